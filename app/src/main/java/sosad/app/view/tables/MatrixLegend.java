package sosad.app.view.tables;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import sosad.app.view.Controls;
import sosad.app.viewmodel.tables.MatrixCell;

/** The legend of the matrix's marks. */
final class MatrixLegend extends FlowPane {
    MatrixLegend() {
        getStyleClass().add("legend");
        getChildren().add(Controls.label("value@timestamp", "legend-sample"));
        add(MatrixCell.State.STALE, "older than the newest anywhere");
        add(MatrixCell.State.ABSENT, "held elsewhere, not here");
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        Label changed = Controls.label("changed in this step", "muted");
        changed.setGraphic(swatch);
        getChildren().add(changed);
    }

    private void add(MatrixCell.State state, String meaning) {
        Label mark = Controls.label("", "mark");
        MatrixCellView.show(mark, state);
        Label words = Controls.label(meaning, "muted");
        words.setGraphic(mark);
        getChildren().add(words);
    }
}
