package sosad.app.view.plot;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import sosad.app.view.Controls;

/** The story of an operation: what happened first, then why. Its room is kept, so that the plot stays where it is. */
final class StoryLines extends VBox {
    private final Label first = Controls.label("", "story-line");
    private final Label second = Controls.label("", "story-line", "muted");

    StoryLines() {
        getStyleClass().add("story-lines");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(first, second);
        show(List.of());
    }

    void show(List<String> lines) {
        first.setText(lines.isEmpty() ? "" : lines.get(0));
        second.setText(lines.size() < 2 ? "" : lines.get(1));
        Controls.name(first, first.getText(), first.getText());
        Controls.name(second, second.getText(), second.getText());
        setAccessibleText(String.join(" ", lines));
    }
}
