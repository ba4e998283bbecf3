package sosad.app.view.timeline;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.diagram.TimeDirection;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.Theme;

/** The controls in the time line's heading: the search, closer and less close, all of it, the direction of time. */
final class TimelineHead extends HBox {
    private final TimelineView view;
    private final TextField text = new TextField();
    private final Label count = Controls.fixedLabel("", "find-count");
    private final HBox finder;
    private final Button direction;

    TimelineHead(TimelinePane pane, TimelineView view) {
        this.view = view;
        getStyleClass().add("timeline-controls");
        getStylesheets().add(Theme.sheet("timeline/timeline.css"));
        setAlignment(Pos.CENTER_RIGHT);
        text.setPromptText("text, key:…, node:…, kind:…");
        Controls.name(
                text,
                "Find in the time line",
                "Find events: by their sentence, or key:waffle, node:B, kind:lost (write, read, push, sync, lost, held, crash,"
                        + " start, pause, cut, rule, …). Enter goes to the next, Shift+Enter to the one before, Esc ends");
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        view.search().textProperty().bind(text.textProperty());
        view.search().countProperty().addListener((property, old, words) -> showCount(words));
        finder = new HBox(
                text,
                count,
                icon(Feather.CHEVRON_UP, "Hit before", "Shift+Enter", () -> view.search()
                        .go(-1)),
                icon(Feather.CHEVRON_DOWN, "Next hit", "Enter", () -> view.search()
                        .go(1)),
                icon(Feather.X, "End the search", Keys.NOW.display(), this::closeSearch));
        finder.getStyleClass().add("timeline-finder");
        finder.setAlignment(Pos.CENTER_LEFT);
        Controls.show(finder, false);
        direction = icon(Feather.ARROW_DOWN, "", "", pane::turn);
        pane.directionProperty().subscribe(this::showDirection);
        Button find = icon(Feather.SEARCH, "Find events", "/", this::openSearch);
        find.visibleProperty().bind(finder.visibleProperty().not());
        find.managedProperty().bind(find.visibleProperty());
        getChildren()
                .addAll(List.of(
                        finder,
                        find,
                        icon(Feather.ZOOM_OUT, "Less close", "-", () -> whenShowing(() -> view.zoom(false))),
                        icon(Feather.ZOOM_IN, "Closer", "+", () -> whenShowing(() -> view.zoom(true))),
                        icon(Feather.MAXIMIZE, "All of time", "0", () -> whenShowing(view::fit)),
                        direction));
    }

    private static Button icon(Feather symbol, String name, String key, Runnable action) {
        Button button = Controls.iconButton(symbol, name, key, action);
        button.getStyleClass().add("quiet");
        return button;
    }

    private void whenShowing(Runnable action) {
        if (view.isShowing()) {
            action.run();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            view.search().go(event.isShiftDown() ? -1 : 1);
        }
    }

    private void showCount(String words) {
        count.setText(words);
        text.setAccessibleText(words.isEmpty() ? "Find in the time line" : "Find in the time line, " + words);
        Controls.state(text, "wrong", words.equals("no hits"));
    }

    private void showDirection(TimeDirection now) {
        boolean isRight = now == TimeDirection.RIGHT;
        direction.setGraphic(Controls.icon(isRight ? Feather.ARROW_DOWN : Feather.ARROW_RIGHT));
        String name = isRight ? "Let time go down" : "Let time go to the right";
        Controls.name(direction, name, name + " (T)");
    }

    /** Opens the search, or begins anew. */
    void openSearch() {
        Controls.show(finder, true);
        text.requestFocus();
        text.selectAll();
    }

    /** Ends the search; the keyboard goes to the diagram. Returns whether there was one. */
    boolean closeSearch() {
        boolean wasOpen = finder.isVisible();
        if (wasOpen) {
            view.requestFocus();
            text.clear();
            Controls.show(finder, false);
        }
        return wasOpen;
    }

    ReadOnlyBooleanProperty searchingProperty() {
        return finder.visibleProperty();
    }

    boolean hasKeyboard() {
        return text.isFocused();
    }
}
