package sosad.app.viewmodel.faults;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.history.NodeState;
import sosad.app.history.RuleInForce;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabViewModel;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/** A rule that the user puts together; at first it holds everything. */
public final class RuleFormViewModel {
    private final LabViewModel state;
    private final HandsOnViewModel hands;
    private final ObservableList<Optional<NodeId>> ends = FXCollections.observableArrayList();
    private final ObjectProperty<Treatment> treatment = new SimpleObjectProperty<>(Treatment.HOLD);
    private final ObjectProperty<Integer> every = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Optional<FrameKind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<NodeId>> from = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<NodeId>> to = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> steps = new SimpleObjectProperty<>(1);
    private final StringBinding problem = Bindings.createStringBinding(this::findProblem, from, to);
    private final StringBinding sentence =
            Bindings.createStringBinding(this::describe, treatment, every, kind, from, to, steps);

    public RuleFormViewModel(LabViewModel state, HandsOnViewModel hands) {
        this.state = state;
        this.hands = hands;
        state.historyProperty().addListener((property, old, history) -> keepEnds(history.present()));
    }

    private void keepEnds(Snapshot present) {
        List<Optional<NodeId>> all = Stream.concat(
                        Stream.of(Optional.<NodeId>empty()),
                        present.nodes().stream().map(NodeState::id).map(Optional::of))
                .toList();
        if (!ends.equals(all)) {
            ends.setAll(all);
            from.set(Optional.empty());
            to.set(Optional.empty());
        }
    }

    /** Sets the rule, unless there is a problem with it. */
    public void set() {
        if (problem.get().isEmpty()) {
            hands.act(new Action.SetRule(rule()));
        }
    }

    private TrafficRule rule() {
        int delay = treatment.get() == Treatment.DELAY ? steps.get() : 0;
        return new TrafficRule(chosen(from), chosen(to), kind.get(), every.get(), treatment.get(), delay);
    }

    private String findProblem() {
        Optional<NodeId> sender = chosen(from);
        return sender.isPresent() && sender.equals(chosen(to))
                ? "%s sends nothing to itself; choose another node.".formatted(sender.get())
                : "";
    }

    /** While another cluster's nodes take their place, nothing is chosen for a moment. */
    private static Optional<NodeId> chosen(ObjectProperty<Optional<NodeId>> end) {
        return Objects.requireNonNullElse(end.get(), Optional.empty());
    }

    private String describe() {
        return findProblem().isEmpty() ? rule().toString() : "";
    }

    /** Returns the nodes to choose from, and an empty choice for all of them. */
    public ObservableList<Optional<NodeId>> ends() {
        return ends;
    }

    public ObjectProperty<Treatment> treatmentProperty() {
        return treatment;
    }

    /** Returns the n of "every n-th message"; 1: all. */
    public ObjectProperty<Integer> everyProperty() {
        return every;
    }

    /** Returns the kind of the messages; empty: any. */
    public ObjectProperty<Optional<FrameKind>> kindProperty() {
        return kind;
    }

    /** Returns the sender of the messages; empty: any. */
    public ObjectProperty<Optional<NodeId>> fromProperty() {
        return from;
    }

    /** Returns the receiver of the messages; empty: any. */
    public ObjectProperty<Optional<NodeId>> toProperty() {
        return to;
    }

    /** Returns the number of steps of a delay. */
    public ObjectProperty<Integer> stepsProperty() {
        return steps;
    }

    /** Returns why there is no such rule, or empty. */
    public ObservableValue<String> problemProperty() {
        return problem;
    }

    /** Returns the rule in words, or empty if there is a problem. */
    public ObservableValue<String> sentenceProperty() {
        return sentence;
    }

    /** Returns whether nothing can be changed because the past is shown. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return state.lockedProperty();
    }

    /** Returns what a rule has done so far, such as "acted on 2 of 5". */
    public static String count(RuleInForce rule) {
        return rule.counted() == 0 ? "no message yet" : format("acted on %,d of %,d", rule.acted(), rule.counted());
    }
}
