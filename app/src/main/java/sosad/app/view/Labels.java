package sosad.app.view;

import javafx.scene.control.Label;

/** Labels by their style. */
public final class Labels {
    private Labels() {}

    public static Label of(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
