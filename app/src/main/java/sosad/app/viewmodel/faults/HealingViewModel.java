package sosad.app.viewmodel.faults;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.viewmodel.Counted;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabViewModel;

/** What there is to heal at the moment shown. */
public final class HealingViewModel {
    private final LabViewModel state;
    private final HandsOnViewModel hands;
    private final ReadOnlyStringWrapper ailments = new ReadOnlyStringWrapper("");

    public HealingViewModel(LabViewModel state, HandsOnViewModel hands) {
        this.state = state;
        this.hands = hands;
        state.shownProperty().addListener((property, old, snapshot) -> ailments.set(of(snapshot)));
    }

    private static String of(Snapshot snapshot) {
        List<String> found = new ArrayList<>();
        addIfAny(found, snapshot.rules().size(), "rule", "");
        addIfAny(found, snapshot.cut().size(), "link", " cut");
        addIfAny(found, nodes(snapshot, NodeState.Status.PAUSED), "node", " paused");
        addIfAny(found, nodes(snapshot, NodeState.Status.DEAD), "node", " dead");
        int gateways = (int) snapshot.gateways().stream()
                .filter(gateway -> !gateway.isLive())
                .count();
        addIfAny(found, gateways, "gateway", " dead");
        return String.join(" · ", found);
    }

    private static int nodes(Snapshot snapshot, NodeState.Status status) {
        return (int) snapshot.nodes().stream()
                .filter(node -> node.status() == status)
                .count();
    }

    private static void addIfAny(List<String> found, int count, String noun, String state) {
        if (count > 0) {
            found.add(Counted.of(count, noun) + state);
        }
    }

    /** Ends all rules, mends all links, lets paused nodes go on and starts what is dead. */
    public void heal() {
        hands.heal();
    }

    /** Returns what is wrong, such as "2 rules · 1 link cut", or empty. */
    public ReadOnlyStringProperty ailmentsProperty() {
        return ailments.getReadOnlyProperty();
    }

    /** Returns whether nothing can be changed because the past is shown. */
    public ReadOnlyBooleanProperty pastProperty() {
        return state.pastProperty();
    }
}
