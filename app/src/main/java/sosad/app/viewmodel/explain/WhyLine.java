package sosad.app.viewmodel.explain;

import java.util.List;

/**
 * A sentence of an answer as it is shown.
 *
 * @param time when it happened, such as {@code T = 3}
 * @param event the moment that its link shows
 * @param spans its text
 */
public record WhyLine(String time, int event, List<WhySpan> spans) {
    public WhyLine {
        spans = List.copyOf(spans);
    }

    /** Returns the whole sentence. */
    public String text() {
        return spans.stream().map(WhySpan::text).reduce("", String::concat);
    }
}
