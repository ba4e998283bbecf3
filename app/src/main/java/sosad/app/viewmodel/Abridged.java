package sosad.app.viewmodel;

import sosad.model.Value;

/** Values as one short line: they may have 64 KiB and line breaks. */
public final class Abridged {
    private static final int MAX_CHARACTERS = 80;

    private Abridged() {}

    /** The value on one line, cut off with an ellipsis where it is long. */
    public static String of(Value value) {
        return of(value.text());
    }

    static String of(String text) {
        boolean isLong = text.length() > MAX_CHARACTERS;
        String start = isLong ? text.substring(0, MAX_CHARACTERS) : text;
        String line = start.replace("\r", "").replace("\n", "\\n").replace("\t", "\\t");
        return isLong ? line + "…" : line;
    }
}
