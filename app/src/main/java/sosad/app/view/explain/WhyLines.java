package sosad.app.view.explain;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextFlow;
import sosad.app.view.Controls;
import sosad.app.viewmodel.explain.WhyLine;

/** The sentences of an answer, each behind the time at which it happened, which leads to that moment. */
final class WhyLines extends GridPane {
    private final IntConsumer showMoment;

    /** @param showMoment shows the moment with this index */
    WhyLines(IntConsumer showMoment) {
        this.showMoment = showMoment;
        getStyleClass().add("why-lines");
        ColumnConstraints times = new ColumnConstraints();
        times.setMinWidth(USE_PREF_SIZE);
        times.setHalignment(HPos.LEFT);
        ColumnConstraints sentences = new ColumnConstraints();
        sentences.setHgrow(Priority.ALWAYS);
        sentences.setMinWidth(0);
        getColumnConstraints().setAll(times, sentences);
    }

    void show(List<WhyLine> lines) {
        getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            WhyLine line = lines.get(row);
            Hyperlink time = new Hyperlink(line.time());
            time.getStyleClass().setAll("hyperlink", "why-time");
            time.setOnAction(click -> showMoment.accept(line.event()));
            time.setVisited(false);
            Controls.name(time, line.time() + ": " + line.text(), "Show this moment");
            TextFlow sentence = WhyText.flow(line.spans());
            setValignment(time, VPos.TOP);
            addRow(row, time, sentence);
        }
    }
}
