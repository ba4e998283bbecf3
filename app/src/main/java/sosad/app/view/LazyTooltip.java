package sosad.app.view;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * The tooltip of a node of the scene. Its tooltip is made when the mouse first comes: that costs more than the node
 * itself, and of hundreds of messages, links and buttons few are ever asked.
 */
public final class LazyTooltip {
    private static final Duration DELAY = Duration.millis(500);

    private final Node node;
    private Tooltip tooltip;
    private String words = "";

    private LazyTooltip(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> appear());
    }

    /** The hint of {@code node}, which has at most one. */
    public static LazyTooltip of(Node node) {
        return (LazyTooltip) node.getProperties().computeIfAbsent(LazyTooltip.class, first -> new LazyTooltip(node));
    }

    /** Returns what it says. */
    public String words() {
        return words;
    }

    /** Sets the text from now on; empty: no tooltip. */
    public void setText(String newWords) {
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
            tooltip.setWrapText(true);
            Tooltip.install(node, tooltip);
        }
    }
}
