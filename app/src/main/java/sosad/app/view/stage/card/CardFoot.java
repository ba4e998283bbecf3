package sosad.app.view.stage.card;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** What the node holds and lacks, and the command that connects a client to it. */
final class CardFoot extends VBox implements CardPart {
    private final Label entries = Controls.fixedLabel("", "entries");
    private final Label lacks = Controls.fixedLabel("", "lacks");
    private final Label command = Controls.fixedLabel("", "command");
    private final IconButton copy;
    private final HBox commandLine;
    private final boolean withCommand;

    CardFoot(NodeId node, ObjectProperty<StageActions> actions, BooleanExpression locked, boolean withCommand) {
        this.withCommand = withCommand;
        getStyleClass().add("card-foot");
        copy = new IconButton(Feather.COPY, "Copy the command that connects to " + node, () -> actions.get()
                .copyCommand(node));
        copy.disableProperty().bind(locked);
        commandLine = new HBox(command, copy);
        commandLine.getStyleClass().add("command-line");
        HBox counts = new HBox(entries, lacks);
        getChildren().add(counts);
        if (withCommand) {
            getChildren().add(commandLine);
        }
    }

    void scale(double unit) {
        copy.scale(unit);
    }

    @Override
    public void update(CardState state) {
        boolean live = state.node().isLive();
        entries.setText(live ? state.entries() : "no process");
        lacks.setVisible(live && state.lacks() > 0);
        lacks.setText(" · lacks " + state.lacks());
        if (withCommand) {
            boolean port = state.node().clientPort().isPresent();
            commandLine.setVisible(port);
            state.node().clientPort().ifPresent(number -> command.setText("redis-cli -p " + number));
        }
    }
}
