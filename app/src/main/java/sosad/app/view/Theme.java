package sosad.app.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;

/** Light or dark: an AtlantaFX theme as the base, our colours over it. */
public enum Theme {
    LIGHT(new PrimerLight(), "light.css"),
    DARK(new PrimerDark(), "dark.css");

    private final String base;
    private final String colours;

    Theme(atlantafx.base.theme.Theme atlantaFx, String colours) {
        this.base = atlantaFx.getUserAgentStylesheet();
        this.colours = colours;
    }

    /** The address of the user agent stylesheet underneath, AtlantaFX's own. */
    public String base() {
        return base;
    }

    /** The address of the stylesheet that defines the colours. */
    public String colours() {
        return sheet(colours);
    }

    /** Returns the address of a stylesheet of ours, by its path from here. */
    public static String sheet(String path) {
        return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
    }

    /** Returns the other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
