package sosad.app.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import sosad.app.lab.Lab;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.TrafficRule;
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

    /** Does something to a message. */
    public void handle(long message, MessageAction action) {
        inThePresent(() -> lab.handle(message, action));
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
