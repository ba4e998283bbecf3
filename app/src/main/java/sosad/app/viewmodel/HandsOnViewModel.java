package sosad.app.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import sosad.app.lab.Lab;
import sosad.app.scenario.Action;
import sosad.app.scenario.TrafficRule;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/** What the user does to messages and nodes by hand. The past cannot be touched. */
public final class HandsOnViewModel {
    private final LabViewModel state;
    private final Lab lab;

    public HandsOnViewModel(LabViewModel state, Lab lab) {
        this.state = state;
        this.lab = lab;
    }

    /** Delivers a message now. */
    public void deliver(long message) {
        inThePresent(() -> lab.deliver(message));
    }

    /** Loses a message, or throws it away if it is held. */
    public void drop(long message) {
        inThePresent(() -> lab.drop(message));
    }

    /** Lets a message be delivered once more. */
    public void duplicate(long message) {
        inThePresent(() -> lab.duplicate(message));
    }

    /** Parks a message at its sender's side. */
    public void hold(long message) {
        inThePresent(() -> lab.hold(message));
    }

    /** Parks a message at its sender's side for so many steps. */
    public void delay(long message, int steps) {
        inThePresent(() -> lab.delay(message, steps));
    }

    /** Lets the bytes of a message be changed on the way. */
    public void corrupt(long message) {
        inThePresent(() -> lab.corrupt(message));
    }

    /** Gives a message in flight another place, from 1. */
    public void reorder(long message, int place) {
        inThePresent(() -> lab.reorder(message, place));
    }

    /** Treats messages by this rule from now on. */
    public void setRule(TrafficRule rule) {
        inThePresent(() -> lab.act(new Action.SetRule(rule)));
    }

    /** Ends the {@code nth} of the rules in force, from 1. */
    public void endRule(int nth) {
        inThePresent(() -> lab.act(new Action.EndRule(OptionalInt.of(nth))));
    }

    /** Mends a link. */
    public void mend(Link link) {
        inThePresent(() -> lab.act(new Action.Mend(Optional.of(List.of(link)))));
    }

    /** Makes the cluster whole again. */
    public void heal() {
        inThePresent(lab::heal);
    }

    /** Takes the changes of these keys out of a message. */
    public void trim(long message, Set<Key> keys) {
        inThePresent(() -> lab.trim(message, keys));
    }

    /** Ends the process of a node or gateway at once. */
    public void kill(NodeId node) {
        inThePresent(() -> lab.act(new Action.Kill(node)));
    }

    /** Starts the process of a dead node or gateway again. */
    public void start(NodeId node) {
        inThePresent(() -> lab.act(new Action.Start(node, false)));
    }

    /** Freezes a node's process. */
    public void pause(NodeId node) {
        inThePresent(() -> lab.act(new Action.Pause(node)));
    }

    /** Lets a frozen process go on. */
    public void resume(NodeId node) {
        inThePresent(() -> lab.act(new Action.Resume(node)));
    }

    private void inThePresent(Supplier<CompletableFuture<?>> command) {
        if (state.pastProperty().get()) {
            state.tell(new Banner("This is the past; it cannot be changed.", "Go back to now first (Next or Esc)."));
        } else {
            state.outcome(command.get());
        }
    }
}
