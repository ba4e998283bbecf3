package sosad.app.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Light or dark: an AtlantaFX theme as the base, our colours over it. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css");

    private final String base;
    private final String colours;

    Theme(String base, String colours) {
        this.base = base;
        this.colours = colours;
    }

    /** The user agent stylesheet underneath. */
    public String base() {
        return base;
    }

    /** The address of the stylesheet that defines the colours. */
    public String colours() {
        return Stylesheets.address(colours);
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
