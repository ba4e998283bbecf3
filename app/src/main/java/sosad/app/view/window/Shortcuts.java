package sosad.app.view.window;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import sosad.app.view.FocusHome;
import sosad.app.view.Keys;
import sosad.app.view.WindowView;

/** The window's keys: they work wherever the focus is, and a key kept down counts once. */
final class Shortcuts {
    private final Map<Keys, Runnable> actions = new EnumMap<>(Keys.class);
    private final ObservableValue<WindowView> shown;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

    /** @param shown the view whose keys work, too */
    Shortcuts(ObservableValue<WindowView> shown) {
        this.shown = shown;
    }

    /** Does {@code action} on a key whatever view is shown. */
    void on(Keys key, Runnable action) {
        actions.put(key, action);
    }

    /** @param home where the keyboard goes when its control goes */
    void listenTo(Scene scene, FocusHome home) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> home.settle());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> down.remove(event.getCode()));
        // A key that is let go of over another window is never reported here.
        ChangeListener<Boolean> forget = (focus, was, is) -> down.clear();
        scene.windowProperty().addListener((property, old, window) -> {
            if (old != null) {
                old.focusedProperty().removeListener(forget);
            }
            if (window != null) {
                window.focusedProperty().addListener(forget);
            }
        });
    }

    private void pressed(KeyEvent event) {
        boolean isRepeat = !down.add(event.getCode());
        Map<Keys, Runnable> current = new EnumMap<>(Keys.class);
        current.putAll(shown.getValue().keys());
        current.putAll(actions);
        for (Map.Entry<Keys, Runnable> entry : current.entrySet()) {
            if (entry.getKey().matches(event) && !isTyping(event)) {
                act(event, isRepeat, entry.getValue());
                return;
            }
        }
        if (event.getCode() == KeyCode.SPACE && current.containsKey(Keys.NEXT) && !isTaken(event)) {
            act(event, isRepeat, current.get(Keys.NEXT));
        }
    }

    private static void act(KeyEvent event, boolean isRepeat, Runnable action) {
        event.consume();
        if (!isRepeat) {
            action.run();
        }
    }

    /** A letter that is being typed into a field is no shortcut. */
    private static boolean isTyping(KeyEvent event) {
        return event.getCode().isLetterKey()
                && !event.isShortcutDown()
                && ((Scene) event.getSource()).getFocusOwner() instanceof TextInputControl;
    }

    /**
     * Space presses a button that was reached by Tab, or that stands in what was opened over the panes; one that was
     * clicked has had its turn, and pressing it once more by mistake might kill a node.
     */
    private static boolean isTaken(KeyEvent event) {
        Node focused = ((Scene) event.getSource()).getFocusOwner();
        return focused instanceof TextInputControl
                || focused instanceof ComboBoxBase
                || (focused instanceof ButtonBase && (focused.isFocusVisible() || isInDialog(focused)));
    }

    private static boolean isInDialog(Node node) {
        return node != null && (node.getAccessibleRole() == AccessibleRole.DIALOG || isInDialog(node.getParent()));
    }
}
