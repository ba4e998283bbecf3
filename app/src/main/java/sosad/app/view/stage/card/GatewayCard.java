package sosad.app.view.stage.card;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.GatewayState;
import sosad.app.scenario.Action;
import sosad.app.supervisor.Health;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.LazyTooltip;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** A gateway: its name, its state in a word, and the command that connects a client to it. */
public final class GatewayCard extends VBox {
    private final NodeId gateway;
    private final ObjectProperty<StageActions> actions;
    private final Label status = Controls.fixedLabel("", "status");
    private final CommandLine command;
    private final IconButton power;
    private final LazyTooltip tooltip = LazyTooltip.of(this);
    private boolean live = true;

    /** @param locked whether nothing can be done to the gateway */
    public GatewayCard(NodeId gateway, ObjectProperty<StageActions> actions, BooleanExpression locked) {
        this.gateway = gateway;
        this.actions = actions;
        getStyleClass().add("stage-gateway");
        setAccessibleRole(AccessibleRole.PARENT);
        command = new CommandLine(gateway, actions, locked);
        power = new IconButton(Feather.POWER, "Kill " + gateway, this::killOrStart);
        power.disableProperty().bind(locked);
        HBox head = new HBox(Controls.fixedLabel(gateway.name(), "name"), status, Controls.spring(), power);
        head.getStyleClass().add("card-head");
        getChildren().addAll(head, command);
    }

    private void killOrStart() {
        actions.get().act(live ? new Action.Kill(gateway) : new Action.Start(gateway, false));
    }

    void update(GatewayState state, Health health) {
        live = state.hasProcess();
        Controls.state(this, "dead", !live);
        status.setText(CardState.status(live, health));
        command.show(live ? state.clientPort() : OptionalInt.empty());
        power.rename(live ? Feather.POWER : Feather.PLAY, (live ? "Kill " : "Start ") + gateway);
        setAccessibleText("Gateway %s, %s".formatted(gateway, status.getText()));
        tooltip.setText(getAccessibleText()
                + state.passed().stream()
                        .map(request -> "; %s%s at %s"
                                .formatted(request.writes() ? "put " : "get ", request.key(), request.node()))
                        .collect(Collectors.joining()));
        setAccessibleHelp(tooltip.words());
    }

    /** Shows the name alone with its button, or all of it. */
    void fold(boolean folded) {
        Controls.style(this, "folded", folded);
        Controls.show(command, !folded);
        Controls.show(status, !folded);
    }

    void scale(double unit) {
        command.scale(unit);
        power.scale(unit);
    }
}
