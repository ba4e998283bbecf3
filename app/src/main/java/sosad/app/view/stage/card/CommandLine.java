package sosad.app.view.stage.card;

import java.util.OptionalInt;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** The command that connects a client to a node or gateway, and the button that copies it. */
final class CommandLine extends HBox {
    private final Label command = Controls.fixedLabel("", "command");
    private final IconButton copy;

    CommandLine(NodeId node, ObjectProperty<StageActions> actions, BooleanExpression locked) {
        copy = new IconButton(Feather.COPY, "Copy the command that connects to " + node, () -> actions.get()
                .copyCommand(node));
        copy.disableProperty().bind(locked);
        getStyleClass().add("command-line");
        getChildren().addAll(command, copy);
    }

    void show(OptionalInt port) {
        copy.setVisible(port.isPresent());
        command.setText(port.isPresent() ? "redis-cli -p " + port.getAsInt() : "no process");
    }

    void scale(double unit) {
        copy.scale(unit);
    }
}
