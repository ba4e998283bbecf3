package sosad.app.view;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * What is said of a node while the mouse rests on it. Its tooltip is made when the mouse first comes: that costs more
 * than the node itself, and of hundreds of messages and links few are ever asked.
 */
public final class Hint {
    private static final Duration DELAY = Duration.millis(500);

    private final Node node;
    private Tooltip tooltip;
    private String words = "";

    /** A hint of {@code node} that says nothing yet. */
    public Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> appear());
    }

    /** What it says from now on; empty: nothing. */
    public void say(String newWords) {
        words = newWords;
        if (tooltip != null && words.isEmpty()) {
            Tooltip.uninstall(node, tooltip);
            tooltip = null;
        } else if (tooltip != null) {
            tooltip.setText(words);
        }
    }

    private void appear() {
        if (tooltip == null && !words.isEmpty()) {
            tooltip = new Tooltip(words);
            tooltip.setShowDelay(DELAY);
            Tooltip.install(node, tooltip);
        }
    }
}
