package sosad.app.viewmodel.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The subset of Markdown that narration needs: paragraphs, list items, bold, emphasis and code. */
public final class Markdown {
    private static final Pattern MARKED =
            Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`|\\*(\\S(?:[^*]*\\S)?)\\*|(?<!\\w)_(\\S(?:[^_]*\\S)?)_(?!\\w)");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final Pattern LIST_ITEM = Pattern.compile("^(?:[-*]|\\d+\\.)\\s+");

    private Markdown() {}

    /** The style of a piece of text. */
    public enum Style {
        PLAIN,
        BOLD,
        EMPHASIS,
        CODE
    }

    /** A piece of text in one style. */
    public record Span(String text, Style style) {}

    /**
     * A paragraph or a list item.
     *
     * @param spans its text
     * @param isItem whether it is an item of a list
     */
    public record Paragraph(List<Span> spans, boolean isItem) {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /** The paragraphs of {@code text}. Never fails: what is not understood is plain text. */
    public static List<Paragraph> parse(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String block : BLANK_LINE.split(text.strip(), -1)) {
            StringBuilder current = new StringBuilder();
            boolean isItem = false;
            for (String line : block.lines().map(String::strip).toList()) {
                Matcher item = LIST_ITEM.matcher(line);
                if (item.find()) {
                    add(paragraphs, current, isItem);
                    isItem = true;
                    line = line.substring(item.end());
                }
                current.append(current.isEmpty() ? "" : " ").append(line);
            }
            add(paragraphs, current, isItem);
        }
        return paragraphs;
    }

    private static void add(List<Paragraph> paragraphs, StringBuilder text, boolean isItem) {
        if (!text.isEmpty()) {
            paragraphs.add(new Paragraph(spans(text.toString()), isItem));
            text.setLength(0);
        }
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int end = 0;
        while (marked.find()) {
            if (marked.start() > end) {
                spans.add(new Span(text.substring(end, marked.start()), Style.PLAIN));
            }
            spans.add(span(marked));
            end = marked.end();
        }
        if (end < text.length()) {
            spans.add(new Span(text.substring(end), Style.PLAIN));
        }
        return spans;
    }

    private static Span span(Matcher marked) {
        if (marked.group(1) != null) {
            return new Span(marked.group(1), Style.BOLD);
        } else if (marked.group(2) != null) {
            return new Span(marked.group(2), Style.CODE);
        }
        return new Span(marked.group(3) != null ? marked.group(3) : marked.group(4), Style.EMPHASIS);
    }
}
