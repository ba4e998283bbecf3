package sosad.app.view.tables;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.explain.Question;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.tables.Matrix;
import sosad.app.viewmodel.tables.MatrixCell;
import sosad.model.NodeId;

/** The cell of a key at a node, marked where it is not the newest version; a click there asks why. */
final class MatrixCellView extends TableCell<Matrix.MatrixRow, MatrixCell> {
    private final Label text = Controls.label("", "matrix-value");
    private final Label sign = Controls.label("", "mark");
    private final HBox both = new HBox(text, sign);

    private final NodeId node;
    private final Consumer<MatrixCellView> marker;
    private final LazyTooltip tooltip = LazyTooltip.of(this);

    /** @param marker rings this cell if it is the one that is asked about, or has the keyboard */
    MatrixCellView(NodeId node, WhyViewModel why, Consumer<MatrixCellView> marker) {
        this.node = node;
        this.marker = marker;
        getStyleClass().add("matrix-cell");
        setOnMouseClicked(click -> {
            boolean isPlain = click.getButton() == MouseButton.PRIMARY
                    && click.isStillSincePress()
                    && !click.isShortcutDown()
                    && !click.isShiftDown();
            if (isPlain && (isLacking() ? click.getClickCount() == 1 : click.getClickCount() == 2)) {
                question().ifPresent(why::ask);
            }
        });
        setOnContextMenuRequested(request -> {
            WhyMenu.show(why, question().stream(), this, request.getScreenX(), request.getScreenY());
            request.consume();
        });
        both.getStyleClass().add("matrix-cell-parts");
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        sign.setMinWidth(USE_PREF_SIZE);
    }

    /** Returns the question that this cell stands for. */
    Optional<Question.OfEntry> question() {
        return isEmpty() || getTableRow() == null || getTableRow().getItem() == null
                ? Optional.empty()
                : Optional.of(new Question.OfEntry(node, getTableRow().getItem().key()));
    }

    private boolean isLacking() {
        return getItem() != null
                && (getItem().state() == MatrixCell.State.ABSENT || getItem().state() == MatrixCell.State.STALE);
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
            show(sign, cell.state());
            tooltip.setText(isLacking() ? "Click: why? (" + Keys.WHY.display() + ")" : "");
            Controls.state(this, "lacking", isLacking());
            setAccessibleText(cell.text() + " " + cell.state().word() + (cell.changed() ? ", changed" : ""));
        }
        marker.accept(this);
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
