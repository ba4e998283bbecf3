package sosad.app.check.report;

/** Text from outside inside XML and HTML. */
final class MarkupText {
    private MarkupText() {}

    /** Returns the text with everything escaped that means something in XML or HTML, or may not stand there. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(code -> append(code, escaped));
        return escaped.toString();
    }

    private static void append(int code, StringBuilder to) {
        switch (code) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '"' -> to.append("&quot;");
            case '\'' -> to.append("&#39;");
            default -> to.appendCodePoint(isAllowed(code) ? code : '\uFFFD');
        }
    }

    /** As XML 1.0 has it; that are fewer than HTML allows. */
    private static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || (code >= ' ' && code <= 0xD7FF && (code < 0x7F || code > 0x9F))
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }
}
