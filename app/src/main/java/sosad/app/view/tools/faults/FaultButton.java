package sosad.app.view.tools.faults;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;

/** A small button in a line that takes the fault of this line away. */
final class FaultButton {
    private FaultButton() {}

    static Button of(Feather icon, String name, Runnable action) {
        Button button = new Button(null, Controls.icon(icon));
        button.getStyleClass().addAll("icon-button", "quiet", "fault-button");
        button.setOnAction(click -> action.run());
        Controls.name(button, name, name);
        return button;
    }
}
