package sosad.app.view;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** The button that asks why something is as it is. */
public final class WhyButton {
    private WhyButton() {}

    /** @param what what it is asked of, in words */
    public static Button of(String what, Runnable asked) {
        String help = "Why is %s as it is? (%s)".formatted(what, Keys.WHY.display());
        Button button = Controls.button("Why?", Feather.HELP_CIRCLE, help, asked);
        button.getStyleClass().addAll("quiet", "why-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }
}
