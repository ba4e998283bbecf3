package sosad.app.view.window;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.lesson.Glossary;

/** The keys and the protocol's words, over everything else until it is closed. */
final class HelpOverlay extends StackPane {
    private final Button close = Controls.iconButton(Feather.X, "Close", Keys.NOW, this::close);
    private Node focusedBefore;

    HelpOverlay() {
        getStyleClass().add("overlay");
        HBox columns = new HBox(part("Keys", keys()), part("Words", words()));
        columns.getStyleClass().add("help-columns");
        HBox head = new HBox(Controls.label("Help", "pane-title"), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox card = new VBox(head, columns);
        card.getStyleClass().add("overlay-card");
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText("Help: keys and words");
        card.setMaxHeight(USE_PREF_SIZE);
        card.setMinSize(0, 0);
        getChildren().add(card);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        Controls.show(this, false);
    }

    private static VBox part(String title, Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add("help-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setMinViewportHeight(0);
        scroll.setAccessibleText(title + "; ↑ and ↓ scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox part = new VBox(Controls.label(title, "help-title"), scroll);
        part.getStyleClass().add("help-part");
        part.setMinSize(0, 0);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints second = new ColumnConstraints();
        second.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(first, second);
        return grid;
    }

    private static GridPane keys() {
        GridPane grid = grid();
        int row = 0;
        for (HelpKeys.Section section : HelpKeys.sections()) {
            grid.add(Controls.label(section.place(), "help-place"), 0, row++, 2, 1);
            for (HelpKeys.Line line : section.lines()) {
                grid.addRow(row++, Controls.label(line.keys(), "key-cap"), wrapped(line.meaning(), "key-meaning"));
            }
        }
        return grid;
    }

    private static GridPane words() {
        GridPane grid = grid();
        int row = 0;
        for (Glossary.Term term : Glossary.TERMS) {
            VBox meaning = new VBox(
                    wrapped(term.meaning(), "key-meaning"),
                    wrapped("docs/protocol.md, " + term.section(), "help-section"));
            Label word = Controls.label(term.word(), "help-word");
            GridPane.setValignment(word, VPos.TOP);
            grid.addRow(row++, word, meaning);
        }
        return grid;
    }

    private static Label wrapped(String text, String style) {
        Label label = Controls.label(text, style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
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
