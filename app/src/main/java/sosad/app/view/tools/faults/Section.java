package sosad.app.view.tools.faults;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import sosad.app.view.Controls;

/** A heading with a list below it, or with what is said while the list is empty. */
abstract class Section extends VBox {
    private final VBox lines = new VBox();
    private final Label empty;

    Section(String heading, String emptyWords) {
        getStyleClass().add("fault-section");
        empty = Controls.label(emptyWords, "muted", "empty");
        empty.setWrapText(true);
        getChildren().addAll(Controls.label(heading, "fault-heading"), empty, lines);
        setMinWidth(0);
        show(List.of());
    }

    /** Puts something between the heading and the list. */
    final void addAboveTheList(Node node) {
        getChildren().add(1, node);
    }

    /** Shows these lines; none: the words for an empty list. */
    final void show(List<? extends Node> newLines) {
        lines.getChildren().setAll(newLines);
        Controls.show(empty, newLines.isEmpty());
        Controls.show(lines, !newLines.isEmpty());
    }
}
