package sosad.app.yaml;

import static sosad.model.PlainFormat.format;

/** The form of a file's text in error messages: in quotes, on one line, and shortened if it is long. */
public final class Quoted {
    private static final int MAX_CHARACTERS = 40;

    private Quoted() {}

    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().limit(MAX_CHARACTERS).forEach(code -> append(quoted, code));
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            quoted.append("...");
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int code) {
        switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> quoted.append(format("\\u%04X", code));
            default -> quoted.appendCodePoint(code);
        }
    }
}
