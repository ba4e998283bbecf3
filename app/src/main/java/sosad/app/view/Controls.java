package sosad.app.view;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the window's controls: each has a name for those who cannot see it and a tooltip with its key. */
public final class Controls {
    private Controls() {}

    /** An icon that says nothing by itself. */
    public static FontIcon icon(Feather icon) {
        return new FontIcon(icon);
    }

    /** A label in a style of ours. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setEllipsisString("…");
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A button that shows an icon alone. */
    public static Button iconButton(Feather icon, String name, Keys key, Runnable action) {
        Button button = new Button(null, icon(icon));
        button.getStyleClass().addAll("icon-button");
        button.setOnAction(event -> action.run());
        name(button, name, name + " (" + key.display() + ")");
        return button;
    }

    /** Gives a control its name and its tooltip, which is also what a screen reader tells who asks for help. */
    public static void name(Control control, String name, String tooltip) {
        control.setAccessibleText(name);
        control.setAccessibleHelp(tooltip);
        LazyTooltip.of(control).say(tooltip);
    }

    /** Gives a button a text that changes, with its tooltip. */
    public static void rename(ButtonBase button, String text, String tooltip) {
        button.setText(text);
        name(button, text, tooltip);
    }

    /** Shows or hides a node, which then takes no room. */
    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
