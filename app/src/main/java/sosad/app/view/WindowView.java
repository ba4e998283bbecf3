package sosad.app.view;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A view that has the whole window, beside the rail that leads to it. */
public interface WindowView {
    /** Returns its name, as the rail shows it. */
    String title();

    /** Returns its icon in the rail. */
    Feather icon();

    /** Returns the key that leads to it. */
    Keys key();

    /** Returns what is shown, the same each time; asked for when the view is first shown, so it may be made then. */
    Region node();

    /** Returns the place in {@link #node} that the keyboard goes to. */
    Node home();

    /** Returns the keys of the window that do something while this view is shown, besides those that work in all. */
    Map<Keys, Runnable> keys();

    /** Called when it has come into sight. */
    default void shown() {}

    /** Called when another view has taken its place. */
    default void hidden() {}
}
