package sosad.app.view.window;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Says to a screen reader what has changed. It is nothing to look at. JavaFX knows no live regions, so the same is said
 * as the text of the node that has the keyboard while one steps: its screen reader reads that when it changes.
 */
final class Announcer extends Region {
    private final String name;
    private final Node stage;

    /**
     * @param words what is said last
     * @param stage what has the keyboard while one steps
     */
    Announcer(ObservableValue<String> words, Node stage) {
        this.stage = stage;
        name = stage.getAccessibleText();
        setAccessibleRole(AccessibleRole.TEXT);
        setManaged(false);
        setMouseTransparent(true);
        words.subscribe(this::say);
    }

    private void say(String words) {
        setAccessibleText(words);
        stage.setAccessibleText(words.isEmpty() ? name : name + ". " + words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        stage.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
