package sosad.app.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of a theme for what is drawn on a canvas; read from the theme's stylesheet, where they are defined. */
public final class Palette {
    private static final Pattern DEFINITION = Pattern.compile("-sosad-([a-z-]+):\\s*(#[0-9A-Fa-f]{6});");
    private static final Map<Theme, Palette> PALETTES = new EnumMap<>(Theme.class);

    static {
        PALETTES.put(Theme.LIGHT, new Palette(Stylesheets.text("light.css")));
        PALETTES.put(Theme.DARK, new Palette(Stylesheets.text("dark.css")));
    }

    private final Map<String, Color> colours = new TreeMap<>();

    private Palette(String css) {
        Matcher definition = DEFINITION.matcher(css);
        while (definition.find()) {
            colours.put(definition.group(1), Color.web(definition.group(2)));
        }
    }

    /** The colours of {@code theme}. */
    public static Palette of(Theme theme) {
        return PALETTES.get(theme);
    }

    /**
     * The colour that the stylesheet calls {@code -sosad-name}, such as {@code pane} or {@code node-a}.
     *
     * @throws IllegalArgumentException if it defines no such colour
     */
    public Color colour(String name) {
        Color colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("no colour -sosad-" + name);
        }
        return colour;
    }
}
