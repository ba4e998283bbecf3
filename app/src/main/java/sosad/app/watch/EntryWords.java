package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import sosad.model.Entry;

/** An entry in the document's form, with its value, in one line. */
final class EntryWords {
    private static final int MAX_CHARACTERS = 24;

    private EntryWords() {}

    /** Returns such as {@code waffle@2 = yoda}. */
    static String of(Entry entry) {
        String value =
                entry.value().map(there -> " = " + shortened(there.toString())).orElse(", deleted");
        return format("%s@%d%s", entry.key(), entry.timestamp(), value);
    }

    private static String shortened(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(MAX_CHARACTERS)
                .map(code -> Character.isISOControl(code) ? ' ' : code)
                .forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > MAX_CHARACTERS ? plain + "…" : plain.toString();
    }
}
