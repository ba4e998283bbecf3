package sosad.app.viewmodel.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sosad.app.viewmodel.lesson.Markdown;
import sosad.app.viewmodel.lesson.Markdown.Span;
import sosad.app.viewmodel.lesson.Markdown.Style;
import sosad.app.viewmodel.lesson.Narration;

/** An answer as it is read in a room: first the outlook, then a sentence at a time, then what would have helped. */
public final class WhyReading {
    private final WhyViewModel why;
    private final ReadOnlyObjectWrapper<Optional<Narration>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<List<Span>> parts = List.of();
    private int part;

    public WhyReading(WhyViewModel why) {
        this.why = why;
        why.questionProperty().addListener((property, old, question) -> part = 0);
        why.answerProperty().addListener((property, old, answer) -> refresh());
        why.changeProperty().addListener((property, old, change) -> refresh());
        why.statusProperty().addListener((property, old, status) -> refresh());
    }

    /**
     * Goes to the next part.
     *
     * @return whether there was one
     */
    public boolean next() {
        if (shown.get().isEmpty() || part + 1 >= parts.size()) {
            return false;
        }
        part++;
        refresh();
        return true;
    }

    private void refresh() {
        parts = parts();
        part = Math.min(part, Math.max(0, parts.size() - 1));
        shown.set(
                parts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Narration(
                                why.titleProperty().get(),
                                List.of(new Markdown.Paragraph("", 0, parts.get(part))),
                                Optional.empty(),
                                Optional.empty())));
    }

    private List<List<Span>> parts() {
        WhyAnswer answer = why.answerProperty().get();
        return switch (why.statusProperty().get()) {
            case CLOSED, ASKING -> List.of();
            case HINT -> List.of(plain("Every node holds the newest of every entry."));
            case FAILED -> List.of(plain(why.failureProperty().get()));
            case ANSWERED -> answer == null ? List.of() : parts(answer);
        };
    }

    private List<List<Span>> parts(WhyAnswer answer) {
        List<List<Span>> all = new ArrayList<>();
        if (!answer.prospect().spans().isEmpty()) {
            all.add(Stream.concat(
                            spans(answer.prospect().spans(), Style.BOLD).stream(),
                            plain(" " + answer.prospect().rest()).stream())
                    .toList());
        }
        answer.lines()
                .forEach(line -> all.add(
                        Stream.concat(plain(line.time() + ": ").stream(), spans(line.spans(), Style.PLAIN).stream())
                                .toList()));
        Optional.ofNullable(why.changeProperty().get())
                .ifPresent(change -> all.add(spans(why.spans(change.statement() + "."), Style.PLAIN)));
        return all;
    }

    private static List<Span> plain(String text) {
        return List.of(new Span(text, Style.PLAIN));
    }

    private static List<Span> spans(List<WhySpan> spans, Style plain) {
        return spans.stream()
                .map(span -> new Span(
                        span.text(),
                        switch (span.style()) {
                            case PLAIN -> plain;
                            case CODE -> Style.CODE;
                            case LOST -> Style.BOLD;
                        }))
                .toList();
    }

    /** Returns the part that is read now; empty: nothing is asked. */
    public ReadOnlyObjectProperty<Optional<Narration>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Returns which part it is, and how to go on. */
    public String position() {
        return parts.size() > 1 ? format("%d of %d", part + 1, parts.size()) : "";
    }
}
