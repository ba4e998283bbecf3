package sosad.app.view;

import java.util.Locale;
import org.kordamp.ikonli.javafx.FontIcon;

/** The size of icons. */
public final class Icons {
    private Icons() {}

    /** Sets the size by a style, for the theme's stylesheet sets one too and would win over the property. */
    public static void size(FontIcon icon, double pixels) {
        String size = String.format(Locale.ROOT, "-fx-icon-size: %dpx;", (int) Math.rint(pixels));
        String style = icon.getStyle() == null ? "" : icon.getStyle();
        if (!style.contains(size)) {
            // The icon keeps its font's name in its style too.
            icon.setStyle(style.replaceAll("-fx-icon-size:[^;]*;", "") + size);
        }
    }
}
