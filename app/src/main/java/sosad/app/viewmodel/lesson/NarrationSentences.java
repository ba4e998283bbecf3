package sosad.app.viewmodel.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sosad.app.viewmodel.lesson.Markdown.Span;
import sosad.app.viewmodel.lesson.Markdown.Style;

/** Narration sentence by sentence, for where there is not room for all of it. */
public final class NarrationSentences {
    /** The space after a sentence, behind which no small letter follows. */
    private static final Pattern SPACE_AFTER = Pattern.compile("(?<=[.!?]\\s)(?=[^\\s\\p{Ll}])");

    private static final Pattern SENTENCE = Pattern.compile("[.!?]\\s$");

    private NarrationSentences() {}

    /**
     * Returns the sentences of paragraphs and headings in order, each with the space behind it; tables are left out.
     */
    public static List<List<Span>> of(List<Markdown.Block> blocks) {
        List<List<Span>> sentences = new ArrayList<>();
        for (Markdown.Block block : blocks) {
            if (block instanceof Markdown.Paragraph paragraph) {
                String marker = paragraph.marker();
                addAll(sentences, marker.isEmpty() ? "" : marker + " ", paragraph.spans());
            } else if (block instanceof Markdown.Heading heading) {
                addAll(sentences, "", heading.spans());
            }
        }
        return List.copyOf(sentences);
    }

    private static void addAll(List<List<Span>> sentences, String marker, List<Span> spans) {
        List<Span> current = new ArrayList<>();
        if (!marker.isEmpty()) {
            current.add(new Span(marker, Style.PLAIN));
        }
        for (Span span : spans) {
            if (span.style() == Style.CODE) {
                current.add(span);
                continue;
            }
            for (String part : SPACE_AFTER.split(span.text(), -1)) {
                current.add(new Span(part, span.style()));
                if (SENTENCE.matcher(part).find()) {
                    sentences.add(List.copyOf(current));
                    current.clear();
                }
            }
        }
        current.add(new Span(" ", Style.PLAIN));
        sentences.add(List.copyOf(current));
    }
}
