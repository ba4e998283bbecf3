package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

/** Bytes as a person reads them: in one line, shortened where one character stands again and again. */
final class Printable {
    private static final int MAX_RUN = 12;
    private static final int MAX_SHOWN = 240;

    private Printable() {}

    /** Returns them as text; a byte is a character of ISO 8859-1. */
    static String of(String bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length() && text.length() < MAX_SHOWN; ) {
            char one = bytes.charAt(i);
            int run = i;
            while (run < bytes.length() && bytes.charAt(run) == one) {
                run++;
            }
            int length = run - i;
            text.append(
                    length > MAX_RUN
                            ? shown(one).repeat(3) + format("…(%,d)", length)
                            : shown(one).repeat(length));
            i = run;
            if (text.length() >= MAX_SHOWN && i < bytes.length()) {
                text.append(format("… and %,d bytes more", bytes.length() - i));
            }
        }
        return text.toString();
    }

    private static String shown(char one) {
        return switch (one) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\\' -> "\\\\";
            default -> one >= ' ' && one < 127 ? Character.toString(one) : format("\\x%02x", (int) one);
        };
    }
}
