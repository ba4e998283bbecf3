package sosad.app.view.tools.faults;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;

/** A heading with a list below it, or with what is said while the list is empty. */
abstract class Section extends VBox {
    private final VBox lines = new VBox();
    private final Label heading;
    private final Label empty;

    Section(String words, String emptyWords) {
        heading = Controls.label(words, "fault-heading");
        getStyleClass().add("fault-section");
        empty = Controls.label(emptyWords, "muted", "empty");
        empty.setWrapText(true);
        getChildren().addAll(heading, empty, lines);
        setMinWidth(0);
        show(List.of());
    }

    /** Puts something between the heading and the list. */
    final void addAboveTheList(Node node) {
        getChildren().add(1, node);
    }

    /** Changes the heading. */
    final void setHeading(String words) {
        heading.setText(words);
    }

    /** Shows these lines; none: the words for an empty list. */
    final void show(List<? extends Node> newLines) {
        lines.getChildren().setAll(newLines);
        Controls.show(empty, newLines.isEmpty());
        Controls.show(lines, !newLines.isEmpty());
    }

    /** Returns a small button that takes the fault of its line away. */
    static Button button(Feather icon, String name, Runnable action) {
        Button button = Controls.button(null, icon, name, action);
        button.setAccessibleText(name);
        button.getStyleClass().addAll("icon-button", "quiet", "fault-button");
        return button;
    }

    /** Returns a line: a button, a fault in words, and what is said beside it. */
    static HBox line(Node button, Label words, String tooltip, String more) {
        words.setMinWidth(0);
        Controls.name(words, words.getText(), tooltip);
        HBox line = new HBox(button, words);
        if (!more.isEmpty()) {
            line.getChildren().add(Controls.fixedLabel(more, "muted"));
        }
        line.getStyleClass().add("fault-line");
        HBox.setHgrow(words, Priority.SOMETIMES);
        return line;
    }
}
