package sosad.app.view;

import static sosad.model.PlainFormat.format;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
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

    /** Returns a label that is never cut off. */
    public static Label fixedLabel(String text, String... styles) {
        Label label = label(text, styles);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /** Returns room that takes what its neighbours in a row leave. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Returns a button with a text and an icon. */
    public static Button button(String text, Feather icon, String tooltip, Runnable action) {
        Button button = new Button(text, icon(icon));
        button.setOnAction(event -> action.run());
        name(button, text, tooltip);
        return button;
    }

    /** Returns an item of a menu. */
    public static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /**
     * Returns a choice among {@code items}, shown in words.
     *
     * @param name what it is called for those who do not see it
     * @param value what is chosen, both ways
     */
    public static <T> ComboBox<T> choice(
            String name, String tooltip, ObservableList<T> items, Function<T, String> words, Property<T> value) {
        ComboBox<T> choice = new ComboBox<>(items);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("is not edited");
            }
        });
        choice.valueProperty().bindBidirectional(value);
        choice.setMinWidth(ComboBox.USE_PREF_SIZE);
        name(choice, name, tooltip);
        return choice;
    }

    /** A button that shows an icon alone. */
    public static Button iconButton(Feather icon, String name, Keys key, Runnable action) {
        return iconButton(icon, name, key.display(), action);
    }

    /** A button that shows an icon alone, whose key is not one of the window's. */
    public static Button iconButton(Feather icon, String name, String key, Runnable action) {
        Button button = new Button(null, icon(icon));
        button.getStyleClass().addAll("icon-button");
        button.setOnAction(event -> action.run());
        name(button, name, name + " (" + key + ")");
        return button;
    }

    /** Gives a control its name and its tooltip, which is also its help for a screen reader. */
    public static void name(Control control, String name, String tooltip) {
        control.setAccessibleText(name);
        control.setAccessibleHelp(tooltip);
        LazyTooltip.of(control).setText(tooltip);
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

    /** Gives a node a style class, or takes it away. */
    public static void style(Node node, String styleClass, boolean on) {
        node.getStyleClass().remove(styleClass);
        if (on) {
            node.getStyleClass().add(styleClass);
        }
    }

    /** Gives a node a state for the stylesheets, or takes it away. */
    public static void state(Node node, String pseudoClass, boolean on) {
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass(pseudoClass), on);
    }

    /** Sets an icon's size by a style, for the theme's stylesheet sets one too and would win over the property. */
    public static void size(FontIcon icon, double pixels) {
        String size = format("-fx-icon-size: %dpx;", (int) Math.rint(pixels));
        String style = icon.getStyle() == null ? "" : icon.getStyle();
        if (!style.contains(size)) {
            // The icon keeps its font's name in its style too.
            icon.setStyle(style.replaceAll("-fx-icon-size:[^;]*;", "") + size);
        }
    }
}
