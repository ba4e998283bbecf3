package sosad.app.view.window;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import sosad.app.view.Theme;

/** The appearance of a scene: its theme, and whether everything is larger for a projector. */
public final class Appearance {
    /** The factor by which everything is larger in projector mode. */
    public static final double PROJECTOR = 1.6;

    private static final String INTER = "Inter";

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final BooleanProperty projector = new SimpleBooleanProperty();

    /** Keeps {@code scene} looking so. */
    public void applyTo(Scene scene) {
        theme.addListener((property, old, now) -> restyle(scene));
        projector.addListener((property, old, now) -> restyle(scene));
        restyle(scene);
    }

    private void restyle(Scene scene) {
        if (!theme.get().base().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.get().base());
        }
        List<String> sheets =
                new ArrayList<>(List.of(Theme.sheet("sosad.css"), theme.get().colours()));
        if (Font.getFamilies().contains(INTER)) {
            sheets.add(Theme.sheet("inter.css"));
        }
        if (projector.get()) {
            sheets.add(Theme.sheet("projector.css"));
        }
        scene.getStylesheets().setAll(sheets);
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public BooleanProperty projectorProperty() {
        return projector;
    }
}
