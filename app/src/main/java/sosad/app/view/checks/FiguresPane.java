package sosad.app.view.checks;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.check.Figure;
import sosad.app.view.Controls;

/** The figures of a check: the most important ones large, the others as a table below them. */
final class FiguresPane extends VBox {
    private static final int LARGE = 4;
    private static final int COLUMNS = 2;

    FiguresPane(List<Figure> figures) {
        getStyleClass().add("figure-table");
        FlowPane large = new FlowPane();
        large.getStyleClass().add("figures");
        figures.stream().limit(LARGE).forEach(figure -> {
            VBox box = new VBox(
                    Controls.fixedLabel(figure.text(), "figure-value"), Controls.label(figure.label(), "figure-label"));
            large.getChildren().add(box);
        });
        getChildren().add(large);
        if (figures.size() > LARGE) {
            getChildren().add(table(figures.subList(LARGE, figures.size())));
        }
    }

    private static GridPane table(List<Figure> figures) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figure-grid");
        int rows = (figures.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < figures.size(); i++) {
            int column = COLUMNS * (i / rows);
            Label value = Controls.fixedLabel(figures.get(i).text(), "figure-small");
            GridPane.setValignment(value, VPos.TOP);
            grid.add(value, column, i % rows);
            Label label = Controls.label(figures.get(i).label(), "figure-label");
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            GridPane.setValignment(label, VPos.TOP);
            GridPane.setHgrow(label, Priority.ALWAYS);
            grid.add(label, column + 1, i % rows);
        }
        return grid;
    }
}
