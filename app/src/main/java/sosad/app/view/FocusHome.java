package sosad.app.view;

import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * The place that the keyboard goes to when the control that had it goes: is removed, hidden or disabled. JavaFX would
 * give it to the next control, which may be one that kills a node.
 */
public final class FocusHome {
    private final Scene scene;
    private Node home;
    private boolean lost;

    private FocusHome(Scene scene, Node home) {
        this.scene = scene;
        this.home = home;
    }

    /** Makes {@code node} the place where the keyboard of {@code scene} goes. */
    public static FocusHome of(Scene scene, Node node) {
        FocusHome home = new FocusHome(scene, node);
        scene.getProperties().put(FocusHome.class, home);
        scene.focusOwnerProperty().addListener((property, old, owner) -> home.moved(owner));
        return home;
    }

    /** Makes {@code node} that place from now on; the keyboard stays where it is. */
    public void move(Node node) {
        home = node;
    }

    /** Takes the keyboard from {@code node}, if it has it: it will be something else from now on. */
    public static void leave(Node node) {
        Scene scene = node.getScene();
        if (scene != null && node.equals(scene.getFocusOwner())) {
            if (scene.getProperties().get(FocusHome.class) instanceof FocusHome home) {
                home.take();
            } else {
                node.getParent().requestFocus();
            }
        }
    }

    /** JavaFX first takes it from a control that has gone, and then looks for another: that is undone right after. */
    private void moved(Node owner) {
        if (owner == null && !lost) {
            lost = true;
            new FxThread().execute(this::settle);
        }
    }

    /** Moves the keyboard now if its control has gone. To be called before a key is given to anybody. */
    public void settle() {
        if (lost || !canHaveFocus(scene.getFocusOwner())) {
            take();
        }
    }

    private void take() {
        lost = false;
        (home.getScene() == scene ? home : scene.getRoot()).requestFocus();
    }

    /** Returns whether the keyboard can go to {@code node}: it is there, in sight, and not disabled. */
    public static boolean canTake(Node node) {
        return node.getScene() != null && !node.isDisabled() && isShown(node);
    }

    /** Returns whether the keyboard can be at {@code node}: it is there, in sight, and not disabled. */
    public boolean canHaveFocus(Node node) {
        return node != null && node.getScene() == scene && !node.isDisabled() && isShown(node);
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }
}
