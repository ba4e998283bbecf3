package sosad.app.view;

import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small button that shows an icon; its name is its tooltip. */
public final class IconButton extends Button {
    private final FontIcon icon;

    public IconButton(Feather symbol, String name, Runnable action) {
        icon = FontIcon.of(symbol);
        setGraphic(icon);
        getStyleClass().setAll("stage-icon-button");
        setOnAction(click -> action.run());
        // What it does may be undone by doing it once more: the second click of a double click is not meant.
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getClickCount() > 1) {
                press.consume();
            }
        });
        rename(symbol, name);
    }

    public void rename(Feather symbol, String name) {
        icon.setIconCode(symbol);
        Controls.name(this, name, name);
    }

    public void scale(double unit) {
        Controls.size(icon, 14 * unit);
    }
}
