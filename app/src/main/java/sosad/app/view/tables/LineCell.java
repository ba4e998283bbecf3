package sosad.app.view.tables;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.explain.Question;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.tables.Line;

/** A line of a node's table. One that changes fades in on its coloured ground; one under the mouse can be asked why. */
final class LineCell extends ListCell<PlacedLine> {
    private static final Duration FADE = Duration.millis(250);

    private static final double ROOM_FOR_WHY = 24;

    private final BooleanSupplier animated;
    private final WhyViewModel why;
    private final Region ground = new Region();
    private final Label key = Controls.label("", "line-key");
    private final Label value = Controls.label("", "line-value");
    private final Region spring = Controls.spring();
    private final HBox texts = new HBox(key, spring, value);
    private final StackPane both = new StackPane(ground, texts);
    private final FadeTransition fade = new FadeTransition(FADE, ground);
    private Button ask;

    LineCell(BooleanSupplier animated, WhyViewModel why) {
        this.animated = animated;
        this.why = why;
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
        setOnMouseEntered(entered -> showAsk(true));
        setOnMouseExited(exited -> showAsk(false));
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                question().forEach(why::ask);
            }
        });
        setOnContextMenuRequested(request -> {
            WhyMenu.show(why, question(), this, request.getScreenX(), request.getScreenY());
            request.consume();
        });
    }

    private Stream<Question> question() {
        return getItem() == null ? Stream.empty() : getItem().line().question().stream();
    }

    /** The button is made for the line that the mouse first comes to, of which few are ever asked. */
    private void showAsk(boolean isWanted) {
        boolean isShown = isWanted && question().findAny().isPresent() && spring.getWidth() > ROOM_FOR_WHY;
        if (isShown && ask == null) {
            ask = Controls.iconButton(
                    Feather.HELP_CIRCLE, "Why?", Keys.WHY, () -> question().forEach(why::ask));
            ask.getStyleClass().setAll("button", "why-icon");
            ask.setFocusTraversable(false);
        }
        if (ask != null) {
            texts.getChildren().remove(ask);
        }
        if (isShown) {
            texts.getChildren().add(2, ask);
        }
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
