package sosad.app.view.stage.card;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** The entries that the node holds and lacks, and the command that connects a client to it. */
final class CardFoot extends VBox implements NodeCard.Part {
    private final Label entries = Controls.fixedLabel("", "entries");
    private final Label lacks = Controls.fixedLabel("", "lacks");
    private final CommandLine command;

    CardFoot(NodeId node, ObjectProperty<StageActions> actions, BooleanExpression locked, boolean withCommand) {
        getStyleClass().add("card-foot");
        command = new CommandLine(node, actions, locked);
        getChildren().add(new HBox(entries, lacks));
        if (withCommand) {
            getChildren().add(command);
        }
    }

    void scale(double unit) {
        command.scale(unit);
    }

    @Override
    public void update(CardState state) {
        boolean live = state.node().hasProcess();
        entries.setText(live ? state.entries() : "no process");
        lacks.setVisible(live && state.lacks() > 0);
        lacks.setText(" · lacks " + state.lacks());
        command.setVisible(state.node().clientPort().isPresent());
        command.show(state.node().clientPort());
    }
}
