package sosad.app.view.checks;

import static sosad.model.PlainFormat.format;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.check.Evidence;
import sosad.app.view.Controls;

/** Something that explains a verdict: when and where it was, and the lines of a log. */
final class EvidenceBlock extends VBox {
    private static final int MAX_LINES = 40;
    private static final double NANOS_A_SECOND = 1e9;

    /** @param showOperation shows an operation in the plot, by its index */
    EvidenceBlock(Evidence evidence, IntConsumer showOperation) {
        getStyleClass().add("evidence");
        Label title = Controls.label(VerdictBox.capital(evidence.title()), "evidence-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label moment = Controls.fixedLabel(moment(evidence), "muted");
        HBox head = new HBox(title, Controls.spring(), moment);
        head.getStyleClass().add("evidence-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        evidence.operation().ifPresent(index -> {
            Button show = Controls.button(
                    "Show it", Feather.CROSSHAIR, "Show this operation in the plot", () -> showOperation.accept(index));
            show.getStyleClass().add("evidence-show");
            show.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(show);
        });
        getChildren().add(head);
        evidence.lines().stream().limit(MAX_LINES).forEach(line -> getChildren().add(line(line)));
        if (evidence.lines().size() > MAX_LINES) {
            getChildren()
                    .add(Controls.label(
                            format(
                                    "and %,d lines more; a report in JSON has all",
                                    evidence.lines().size() - MAX_LINES),
                            "muted"));
        }
    }

    private static String moment(Evidence evidence) {
        String at = evidence.atNanos().isPresent()
                ? format("%.3f s", evidence.atNanos().getAsLong() / NANOS_A_SECOND)
                : "";
        String server = evidence.server().map(node -> " at " + node).orElse("");
        return (at + server).strip();
    }

    private static Label line(String words) {
        Label line = Controls.label(words, "evidence-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
