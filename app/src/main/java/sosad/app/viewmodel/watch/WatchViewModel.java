package sosad.app.viewmodel.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sosad.app.explain.Question;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointState;
import sosad.app.watch.BreakpointText;
import sosad.app.watch.InvalidBreakpointException;
import sosad.model.Key;
import sosad.model.NodeId;

/** The breakpoints of the lesson, and the field in which one is written. */
public final class WatchViewModel {
    private final LabViewModel state;
    private final Lab lab;
    private final PlaybackViewModel playback;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    public WatchViewModel(LabViewModel state, Lab lab, PlaybackViewModel playback) {
        this.state = state;
        this.lab = lab;
        this.playback = playback;
        text.addListener((property, old, now) -> error.set(""));
    }

    /** Adds the breakpoint that is written in the field, which is then empty. */
    public void add() {
        parsed(breakpoint -> {
            add(breakpoint);
            text.set("");
        });
    }

    /** Plays on until the condition that is written in the field comes true; until any breakpoint, if it is empty. */
    public void runUntil() {
        if (text.get().isBlank()) {
            playback.runOn(Optional.empty());
        } else {
            parsed(breakpoint -> playback.runOn(Optional.of(breakpoint)));
        }
    }

    private void parsed(Consumer<Breakpoint> use) {
        try {
            Breakpoint breakpoint = BreakpointText.parse(text.get());
            Optional<String> unknown = state.scenarioProperty().get() == null
                    ? Optional.empty()
                    : BreakpointText.unknownNode(
                            breakpoint, state.scenarioProperty().get().cluster().nodes());
            if (unknown.isPresent()) {
                throw new InvalidBreakpointException(unknown.get());
            }
            use.accept(breakpoint);
        } catch (InvalidBreakpointException e) {
            error.set(e.getMessage());
        }
    }

    /** Adds a breakpoint. */
    public void add(Breakpoint breakpoint) {
        state.outcome(lab.addBreakpoint(breakpoint));
    }

    /** Takes one away. */
    public void remove(BreakpointState breakpoint) {
        state.outcome(lab.removeBreakpoint(breakpoint.number()));
    }

    /** Turns one on or off. */
    public void turn(BreakpointState breakpoint, boolean on) {
        if (breakpoint.on() != on) {
            state.outcome(lab.turnBreakpoint(breakpoint.number(), on));
        }
    }

    /** Shows the moment of a hit, in every pane. */
    public void show(BreakpointHit hit) {
        state.showMoment(hit.event());
    }

    /** Returns the breakpoint that stops when this changes, if there is one: what the mouse can point at. */
    public Optional<Breakpoint> whenChanges(Question subject) {
        if (subject instanceof Question.OfEntry entry) {
            return Optional.of(new Breakpoint.KeyChanges(entry.key(), Optional.of(entry.at())));
        } else if (subject instanceof Question.OfRow row) {
            return row(row.at(), row.peer());
        } else if (subject instanceof Question.OfMessage message) {
            return state.shownProperty()
                    .get()
                    .message(message.message())
                    .map(one -> new Breakpoint.MessageSent(
                            Optional.of(one.kind()), Optional.of(one.from()), Optional.of(one.to()), Optional.empty()));
        } else if (subject instanceof Question.OfLink link) {
            return Optional.of(new Breakpoint.MessageSent(
                    Optional.empty(),
                    Optional.of(link.link().from()),
                    Optional.of(link.link().to()),
                    Optional.empty()));
        }
        return Optional.empty();
    }

    /** Returns what a menu offers for it: to stop when it changes. */
    public Optional<Banner.Offer> offer(Question subject) {
        return whenChanges(subject).map(breakpoint -> new Banner.Offer("Stop: " + breakpoint, () -> add(breakpoint)));
    }

    /** Stops from now on when this changes. */
    public void addFor(Question subject) {
        whenChanges(subject).ifPresent(this::add);
    }

    private Optional<Breakpoint> row(NodeId at, NodeId peer) {
        return Optional.ofNullable(state.shownProperty().get().node(at).rows().get(peer))
                .map(row -> new Breakpoint.RowPasses(
                        at, peer, Breakpoint.RowPasses.Part.NOW, Breakpoint.RowPasses.Comparison.MORE, row.now()));
    }

    /** Returns breakpoints that one might mean, with the names of the moment that is shown. */
    public List<String> examples() {
        Snapshot shown = state.shownProperty().get();
        List<String> nodes = shown == null
                ? List.of()
                : shown.nodes().stream().map(node -> node.id().name()).toList();
        String one = nodes.isEmpty() ? "A" : nodes.get(0);
        String other = nodes.size() < 2 ? "B" : nodes.get(1);
        String key = Optional.ofNullable(shown).stream()
                .flatMap(there -> there.nodes().stream())
                .map(NodeState::entries)
                .filter(entries -> !entries.isEmpty())
                .map(entries -> entries.get(entries.size() - 1).key())
                .findFirst()
                .map(Key::text)
                .orElse("waffle");
        return List.of(
                "key " + key + " changes",
                "key " + key + " changes at " + one,
                "key " + key + " differs on " + one + " and " + other + " for more than 2 steps",
                "write lost",
                other + "-now at " + one + " >= 3",
                "message sync from " + one + " to " + other,
                "message with " + key,
                "expect fails",
                "expect all nodes show the same");
    }

    /** What is written in the field. */
    public StringProperty textProperty() {
        return text;
    }

    /** Returns what is wrong with it; empty: nothing, or it was not used yet. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Returns the breakpoints of the lesson. */
    public ReadOnlyObjectProperty<List<BreakpointState>> breakpointsProperty() {
        return state.breakpointsProperty();
    }
}
