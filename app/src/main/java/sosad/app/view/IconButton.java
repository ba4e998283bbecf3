package sosad.app.view;

import javafx.scene.control.Button;
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
