package sosad.app.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Writes texts into YAML as plainly as they can be written and still be read back as they are. */
public final class YamlText {
    private static final int MAX_LINE = 100;
    private static final Pattern SAFE_IN_FLOW = Pattern.compile("[A-Za-z0-9_./+][A-Za-z0-9_./+@%'-]*");
    private static final Pattern INDICATOR_FIRST = Pattern.compile("[-?:,\\[\\]{}#&*!|>'\"%@`=<~].*");

    private YamlText() {}

    /** A text within brackets. */
    public static String inFlow(String text) {
        return SAFE_IN_FLOW.matcher(text).matches() && !text.equals("null") ? text : quoted(text);
    }

    /** A text after {@code name: } on a line of its own that is indented by {@code indent}. */
    public static String after(String text, String indent) {
        if (isLiteral(text)) {
            return literal(text, indent + "  ");
        }
        if (isFoldable(text)) {
            return folded(text, indent + "  ");
        }
        return isPlain(text) ? text : quoted(text);
    }

    private static boolean isFoldable(String text) {
        return text.length() > MAX_LINE
                && text.equals(text.strip())
                && !text.contains("  ")
                && text.codePoints().allMatch(YamlText::isOrdinary);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && !text.equals("null")
                && !INDICATOR_FIRST.matcher(text).matches()
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && text.codePoints().allMatch(YamlText::isOrdinary);
    }

    private static boolean isLiteral(String text) {
        return text.contains("\n")
                && !text.startsWith(" ")
                && text.lines().noneMatch(line -> line.isBlank() && !line.isEmpty())
                && !text.startsWith("\n")
                && text.codePoints().allMatch(code -> code == '\n' || isOrdinary(code));
    }

    private static boolean isOrdinary(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> StreamReader.isPrintable(code);
        };
    }

    private static String literal(String text, String indent) {
        String chomping = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
        StringBuilder block = new StringBuilder("|").append(chomping);
        text.lines().forEach(line -> block.append('\n').append(line.isEmpty() ? "" : indent + line));
        return block.toString();
    }

    private static String folded(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > MAX_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return ">-\n" + indent + String.join("\n" + indent, lines);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(code -> {
            if (code == '"' || code == '\\') {
                quoted.append('\\').appendCodePoint(code);
            } else if (code == '\n') {
                quoted.append("\\n");
            } else if (isOrdinary(code)) {
                quoted.appendCodePoint(code);
            } else {
                quoted.append((code > 0xFFFF ? "\\U%08X" : "\\u%04X").formatted(code));
            }
        });
        return quoted.append('"').toString();
    }
}
