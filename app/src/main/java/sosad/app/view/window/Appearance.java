package sosad.app.view.window;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import sosad.app.settings.Settings;
import sosad.app.view.Theme;

/** The appearance of a scene: its theme, the size of its text, and whether it is that for a projector. */
public final class Appearance {
    /** The factor by which everything is larger in projector mode. */
    public static final double PROJECTOR = 1.6;

    /** The least window for text of the usual size; larger text wants a window that is larger by as much. */
    private static final double LEAST_WIDTH = 1024;

    private static final double LEAST_HEIGHT = 690;
    private static final double TYPE = 13;
    private static final String INTER = "Inter";

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final BooleanProperty projector = new SimpleBooleanProperty();
    private final DoubleProperty textPercent = new SimpleDoubleProperty(100);
    private final ReadOnlyDoubleWrapper unit = new ReadOnlyDoubleWrapper(1);

    /** Keeps {@code scene} looking so. */
    public void applyTo(Scene scene) {
        theme.addListener((property, old, now) -> restyle(scene));
        projector.addListener((property, old, now) -> restyle(scene));
        unit.addListener((property, old, now) -> restyle(scene));
        InvalidationListener resized = changed -> unit.set(unit(scene));
        List.of(projector, textPercent, scene.widthProperty(), scene.heightProperty())
                .forEach(property -> property.addListener(resized));
        unit.set(unit(scene));
        restyle(scene);
        if (scene.getRoot() instanceof Region root) {
            root.backgroundProperty().subscribe(ground -> fill(scene, ground));
        }
    }

    /** A window that is not drawn yet has the theme's ground, too, and is not white meanwhile. */
    private static void fill(Scene scene, Background ground) {
        if (ground != null && !ground.getFills().isEmpty()) {
            scene.setFill(ground.getFills().get(0).getFill());
        }
    }

    /** Text is as large as was chosen, or as the window has room for. */
    private double unit(Scene scene) {
        if (projector.get()) {
            return PROJECTOR;
        }
        double room = 100 * Math.min(scene.getWidth() / LEAST_WIDTH, scene.getHeight() / LEAST_HEIGHT);
        double fitting = Settings.TEXT_PERCENTS.stream()
                .filter(percent -> percent <= Math.min(room, textPercent.get()))
                .reduce(100.0, Math::max);
        return fitting / 100;
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
        } else if (unit.get() > 1) {
            sheets.add(sized(unit.get()));
        }
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    /** Returns a sheet with larger type, on which most sizes depend, and with larger icons, which know no em. */
    private static String sized(double unit) {
        String css = format(".root { -fx-font-size: %.3fpx; }", TYPE * unit)
                + icons(".ikonli-font-icon", 15 * unit)
                + icons(".matrix .mark .ikonli-font-icon", 11 * unit)
                + icons(".banner > .ikonli-font-icon", 18 * unit)
                + icons(".status-overlay-broken", 34 * unit);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.US_ASCII));
    }

    private static String icons(String selector, double pixels) {
        return format("%s { -fx-icon-size: %dpx; }", selector, Math.round(pixels));
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public BooleanProperty projectorProperty() {
        return projector;
    }

    /** The size of text that is wanted, one of {@link Settings#TEXT_PERCENTS}. */
    public DoubleProperty textPercentProperty() {
        return textPercent;
    }

    /** Returns by how much everything is larger than usual. */
    public ReadOnlyDoubleProperty unitProperty() {
        return unit.getReadOnlyProperty();
    }
}
