package sosad.app.view.checks;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import sosad.app.check.Figure;
import sosad.app.check.FigureTable;
import sosad.app.view.Controls;

/** Figures of several cases as a table: a row each. */
final class CasesGrid extends GridPane {
    CasesGrid(FigureTable table) {
        getStyleClass().addAll("figure-grid", "cases-grid");
        add(Controls.label(table.head(), "cases-head"), 0, 0);
        for (int column = 0; column < table.columns().size(); column++) {
            put(Controls.label(table.columns().get(column), "cases-head"), column + 1, 0);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            FigureTable.Row one = table.rows().get(row);
            add(Controls.label(one.name()), 0, row + 1);
            List<Optional<Figure>> figures = one.figures();
            for (int column = 0; column < figures.size(); column++) {
                put(
                        Controls.fixedLabel(
                                figures.get(column).map(Figure::text).orElse("–"), "cases-figure"),
                        column + 1,
                        row + 1);
            }
        }
    }

    private void put(Label label, int column, int row) {
        setHalignment(label, HPos.RIGHT);
        add(label, column, row);
    }
}
