package sosad.app.view.explain;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import sosad.app.viewmodel.explain.WhySpan;

/** Sentences on screen: keys, entries and rows in the font of code, losses in red. */
public final class WhyText {
    private WhyText() {}

    /** Returns these pieces as a text that wraps. */
    public static TextFlow flow(List<WhySpan> spans) {
        TextFlow flow = new TextFlow();
        spans.forEach(span -> flow.getChildren().add(text(span)));
        return flow;
    }

    /** Returns a piece of text. */
    static Text text(WhySpan span) {
        return text(
                span.text(),
                switch (span.style()) {
                    case PLAIN -> "why-plain";
                    case CODE -> "why-code";
                    case LOST -> "why-lost";
                });
    }

    static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
