package sosad.app.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of a theme, read from its stylesheet, where they are defined. */
final class Palette {
    private static final Pattern DEFINITION = Pattern.compile("-sosad-([a-z-]+):\\s*(#[0-9A-Fa-f]{6});");
    private static final Map<Theme, Palette> PALETTES = new EnumMap<>(Theme.class);

    static {
        PALETTES.put(Theme.LIGHT, new Palette(text("light.css")));
        PALETTES.put(Theme.DARK, new Palette(text("dark.css")));
    }

    private final Map<String, Color> colours = new TreeMap<>();

    private Palette(String css) {
        Matcher definition = DEFINITION.matcher(css);
        while (definition.find()) {
            colours.put(definition.group(1), Color.web(definition.group(2)));
        }
    }

    /** Returns a stylesheet. */
    static String text(String sheet) {
        try (InputStream in = Theme.class.getResourceAsStream(sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
