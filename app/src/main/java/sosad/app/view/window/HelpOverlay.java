package sosad.app.view.window;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;

/** The keys, over everything else until it is closed. */
final class HelpOverlay extends StackPane {
    private final Button close = Controls.iconButton(Feather.X, "Close", Keys.NOW, this::close);
    private Node focusedBefore;

    HelpOverlay() {
        getStyleClass().add("overlay");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        int row = 0;
        for (Keys key : Keys.values()) {
            add(grid, row++, key.display(), key.meaning());
        }
        add(grid, row++, "Space", "Next; presses a control reached by Tab");
        add(grid, row++, "Tab, then", "walk the messages: D deliver, X drop, 2 duplicate,");
        add(grid, row++, "", "H hold, L delay, C corrupt, T trim, R restore");
        add(grid, row, "Alt+Left, Alt+Right", "deliver a message earlier or later");
        HBox head = new HBox(Controls.label("Keys", "pane-title"), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("help-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setMinViewportHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(head, scroll);
        card.getStyleClass().add("overlay-card");
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setMinHeight(0);
        getChildren().add(card);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        Controls.show(this, false);
    }

    private static void add(GridPane grid, int row, String key, String meaning) {
        grid.addRow(
                row, Controls.label(key, key.isEmpty() ? "no-key" : "key-cap"), Controls.label(meaning, "key-meaning"));
    }

    /** Opens or closes. */
    void toggle() {
        if (isVisible()) {
            close();
        } else {
            focusedBefore = getScene().getFocusOwner();
            Controls.show(this, true);
            close.requestFocus();
        }
    }

    void close() {
        Controls.show(this, false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
        }
    }
}
