package sosad.app.viewmodel.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.app.history.RuleInForce;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.viewmodel.Counted;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.LiveViewModel;
import sosad.model.Link;

/** The faults of the moment shown, and the forms for others: of step mode here, of a live cluster in its view model. */
public final class FaultsViewModel {
    private final LabViewModel state;
    private final HandsOnViewModel hands;
    private final LiveViewModel live;
    private final RuleFormViewModel form;
    private final FaultFormViewModel liveForm;
    private final ObservableList<RuleInForce> rules = FXCollections.observableArrayList();
    private final ObservableList<Link> cut = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper ailments = new ReadOnlyStringWrapper("");

    public FaultsViewModel(LabViewModel state, HandsOnViewModel hands, LiveViewModel live) {
        this.state = state;
        this.hands = hands;
        this.live = live;
        form = new RuleFormViewModel(state, hands);
        liveForm = new FaultFormViewModel(live);
        state.shownProperty().addListener((property, old, snapshot) -> show(snapshot));
    }

    private void show(Snapshot snapshot) {
        replace(rules, snapshot.rules());
        replace(cut, snapshot.cut().stream().sorted().toList());
        ailments.set(ailments(snapshot));
    }

    private static <T> void replace(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private static String ailments(Snapshot snapshot) {
        List<String> found = new ArrayList<>();
        addIfAny(found, snapshot.rules().size(), "rule", "");
        addIfAny(found, snapshot.cut().size(), "link", " cut");
        addIfAny(found, nodes(snapshot, NodeState.Status.PAUSED), "node", " paused");
        addIfAny(found, nodes(snapshot, NodeState.Status.DEAD), "node", " dead");
        long up = snapshot.gateways().stream().filter(GatewayState::hasProcess).count();
        addIfAny(found, snapshot.gateways().size() - up, "gateway", " dead");
        return String.join(" · ", found);
    }

    private static long nodes(Snapshot snapshot, NodeState.Status status) {
        return snapshot.nodes().stream().filter(node -> node.status() == status).count();
    }

    private static void addIfAny(List<String> found, long count, String noun, String state) {
        if (count > 0) {
            found.add(Counted.of(count, noun) + state);
        }
    }

    /** Ends a rule, by its index in the list. */
    public void end(int index) {
        hands.act(new Action.EndRule(OptionalInt.of(index + 1)));
    }

    /** Mends a link. */
    public void mend(Link link) {
        hands.act(new Action.Mend(Optional.of(List.of(link))));
    }

    /** Ends all rules, mends all links, resumes paused nodes and starts dead ones. */
    public void heal() {
        hands.heal();
    }

    /** Returns the rules in force, in the order in which they were set; not to be changed. */
    public ObservableList<RuleInForce> rules() {
        return rules;
    }

    /** Returns the links that are cut, in order; not to be changed. */
    public ObservableList<Link> cut() {
        return cut;
    }

    /** Returns what is wrong, such as "2 rules · 1 link cut", or empty. */
    public ReadOnlyStringProperty ailmentsProperty() {
        return ailments.getReadOnlyProperty();
    }

    /** Returns whether nothing can be changed at the moment shown. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return state.lockedProperty();
    }

    /** Returns the form of a rule. */
    public RuleFormViewModel form() {
        return form;
    }

    /** Returns the live cluster. */
    public LiveViewModel live() {
        return live;
    }

    /** Returns the form of a fault of a live cluster. */
    public FaultFormViewModel liveForm() {
        return liveForm;
    }
}
