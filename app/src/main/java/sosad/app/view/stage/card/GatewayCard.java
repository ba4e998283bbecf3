package sosad.app.view.stage.card;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.GatewayState;
import sosad.app.scenario.Action;
import sosad.app.supervisor.Health;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** A gateway: its name, its state in a word, and the command that connects a client to it. */
public final class GatewayCard extends VBox {
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");

    private final NodeId gateway;
    private final ObjectProperty<StageActions> actions;
    private final Label status = Controls.fixedLabel("", "status");
    private final Label command = Controls.fixedLabel("", "command");
    private final IconButton copy;
    private final IconButton power;
    private boolean live = true;

    /** @param locked whether nothing can be done to the gateway */
    public GatewayCard(NodeId gateway, ObjectProperty<StageActions> actions, BooleanExpression locked) {
        this.gateway = gateway;
        this.actions = actions;
        getStyleClass().add("stage-gateway");
        setAccessibleRole(AccessibleRole.PARENT);
        copy = new IconButton(Feather.COPY, "Copy the command that connects to " + gateway, () -> actions.get()
                .copyCommand(gateway));
        power = new IconButton(Feather.POWER, "Kill " + gateway, this::killOrStart);
        copy.disableProperty().bind(locked);
        power.disableProperty().bind(locked);
        Region space = Controls.spring();
        HBox head = new HBox(Controls.fixedLabel(gateway.name(), "name"), status, space, power);
        head.getStyleClass().add("card-head");
        HBox line = new HBox(command, copy);
        line.getStyleClass().add("command-line");
        getChildren().addAll(head, line);
    }

    private void killOrStart() {
        actions.get().act(live ? new Action.Kill(gateway) : new Action.Start(gateway, false));
    }

    void update(GatewayState state, Health health) {
        live = state.isLive();
        pseudoClassStateChanged(DEAD, !live);
        status.setText(CardState.status(live, health));
        copy.setVisible(live);
        command.setText(live ? "redis-cli -p " + state.clientPort().getAsInt() : "no process");
        power.rename(live ? Feather.POWER : Feather.PLAY, (live ? "Kill " : "Start ") + gateway);
        setAccessibleText("Gateway %s, %s".formatted(gateway, status.getText()));
    }

    void scale(double unit) {
        copy.scale(unit);
        power.scale(unit);
    }
}
