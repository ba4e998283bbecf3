package sosad.app.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Light or dark: an AtlantaFX theme as the base, our colours over it. */
public enum Theme {
    LIGHT(new PrimerLight(), "light.css"),
    DARK(new PrimerDark(), "dark.css");

    private final String atlantaFx;
    private final String colours;

    Theme(atlantafx.base.theme.Theme atlantaFx, String colours) {
        this.atlantaFx = atlantaFx.getUserAgentStylesheet();
        this.colours = colours;
    }

    /** AtlantaFX's own stylesheet, as a resource. */
    String atlantaFx() {
        return atlantaFx;
    }

    /** The file with as much of it as the window needs; {@link BaseSheets} makes it. */
    String baseName() {
        return "base-" + colours;
    }

    /** The address of the user agent stylesheet underneath. */
    public String base() {
        return Stylesheets.address(baseName());
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
