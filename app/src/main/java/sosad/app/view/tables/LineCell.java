package sosad.app.view.tables;

import java.util.function.BooleanSupplier;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import sosad.app.view.Controls;
import sosad.app.viewmodel.tables.Line;

/** A line of a node's table. One that changes fades in on its coloured ground. */
final class LineCell extends ListCell<PlacedLine> {
    private static final Duration FADE = Duration.millis(250);

    private final BooleanSupplier animated;
    private final Region ground = new Region();
    private final Label key = Controls.label("", "line-key");
    private final Label value = Controls.label("", "line-value");
    private final HBox texts = new HBox(key, Controls.spring(), value);
    private final StackPane both = new StackPane(ground, texts);
    private final FadeTransition fade = new FadeTransition(FADE, ground);

    LineCell(BooleanSupplier animated) {
        this.animated = animated;
        getStyleClass().add("line-cell");
        ground.getStyleClass().add("line-ground");
        texts.getStyleClass().add("line-texts");
        texts.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        // The list's width decides, not the longest value.
        setPrefWidth(0);
        setText(null);
        fade.setFromValue(0);
        fade.setToValue(1);
    }

    @Override
    protected void updateItem(PlacedLine placed, boolean empty) {
        Line before = getItem() == null ? null : getItem().line();
        super.updateItem(placed, empty);
        Line line = empty ? null : placed.line();
        boolean isNote = !empty && line.kind() == Line.Kind.NOTE;
        setGraphic(empty ? null : both);
        Controls.state(this, "changed", !empty && line.changed());
        Controls.state(this, "last-row", !empty && placed.lastRow());
        Controls.state(this, "first-entry", !empty && placed.firstEntry());
        texts.getStyleClass().removeAll("note", "tombstone");
        if (empty) {
            setAccessibleText(null);
            return;
        }
        if (isNote || line.kind() == Line.Kind.TOMBSTONE) {
            texts.getStyleClass().add(isNote ? "note" : "tombstone");
        }
        key.setText(line.key());
        value.setText(line.value());
        Controls.show(value, !isNote);
        setAccessibleText(
                isNote ? line.key() : "%s %s%s".formatted(line.key(), line.value(), line.changed() ? ", changed" : ""));
        if (line.changed() && !line.equals(before) && animated.getAsBoolean()) {
            fade.playFromStart();
        } else if (!line.equals(before)) {
            fade.stop();
            ground.setOpacity(1);
        }
    }
}
