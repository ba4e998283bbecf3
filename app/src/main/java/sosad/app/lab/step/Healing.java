package sosad.app.lab.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;

/** The actions that heal a cluster. */
public final class Healing {
    private Healing() {}

    /**
     * Ends all rules, mends all links, lets paused nodes go on and starts what is dead: as much of this as there is to
     * do at this moment, in this order. Messages stay where they are.
     */
    public static List<Action> of(Snapshot snapshot) {
        List<Action> cures = new ArrayList<>();
        if (!snapshot.rules().isEmpty()) {
            cures.add(new Action.EndRule(OptionalInt.empty()));
        }
        if (!snapshot.cut().isEmpty()) {
            cures.add(new Action.Mend(Optional.empty()));
        }
        snapshot.nodes().stream()
                .filter(node -> node.status() == Status.PAUSED)
                .map(NodeState::id)
                .forEach(node -> cures.add(new Action.Resume(node)));
        snapshot.nodes().stream()
                .filter(node -> node.status() == Status.DEAD)
                .map(NodeState::id)
                .forEach(node -> cures.add(new Action.Start(node, false)));
        snapshot.gateways().stream()
                .filter(gateway -> !gateway.hasProcess())
                .map(GatewayState::id)
                .forEach(gateway -> cures.add(new Action.Start(gateway, false)));
        return cures;
    }
}
