package sosad.app.view.tables;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.view.Controls;
import sosad.app.viewmodel.tables.Matrix;
import sosad.app.viewmodel.tables.MatrixCell;

/** The cell of a key at a node, marked where it is not the newest version. */
final class MatrixCellView extends TableCell<Matrix.MatrixRow, MatrixCell> {
    private final Label text = Controls.label("", "matrix-value");
    private final Label mark = Controls.label("", "mark");
    private final HBox both = new HBox(text, mark);

    MatrixCellView() {
        getStyleClass().add("matrix-cell");
        both.getStyleClass().add("matrix-cell-parts");
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        mark.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(MatrixCell cell, boolean empty) {
        super.updateItem(cell, empty);
        boolean isEmpty = empty || cell == null;
        Controls.state(this, "changed", !isEmpty && cell.changed());
        setGraphic(isEmpty ? null : both);
        if (!isEmpty) {
            text.setText(cell.text());
            Controls.show(text, !cell.text().isEmpty());
            show(mark, cell.state());
            setAccessibleText(cell.text() + " " + cell.state().word() + (cell.changed() ? ", changed" : ""));
        }
    }

    /** Draws the sign and the word of {@code state}; the newest needs none. */
    static void show(Label mark, MatrixCell.State state) {
        mark.getStyleClass().removeAll("stale", "absent", "no-process");
        boolean isMarked = state != MatrixCell.State.CURRENT;
        Controls.show(mark, isMarked);
        if (isMarked) {
            mark.setText(state.word());
            mark.setGraphic(sign(state));
            mark.getStyleClass().add(state.word().replace(' ', '-'));
        }
    }

    private static FontIcon sign(MatrixCell.State state) {
        return Controls.icon(
                switch (state) {
                    case STALE -> Feather.CLOCK;
                    case ABSENT -> Feather.CIRCLE;
                    default -> Feather.POWER;
                });
    }
}
