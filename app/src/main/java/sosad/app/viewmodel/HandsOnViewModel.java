package sosad.app.viewmodel;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import sosad.app.lab.Lab;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;

/** Actions of the user on messages and nodes. The past cannot be touched. */
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

    /** Carries out an action. */
    public void act(Action action) {
        inThePresent(() -> lab.act(action));
    }

    /** Makes the cluster whole again. */
    public void heal() {
        inThePresent(lab::heal);
    }

    private void inThePresent(Supplier<CompletableFuture<?>> command) {
        if (state.pastProperty().get()) {
            state.report(new Banner("This is the past; it cannot be changed.", "Go back to now first (Next or Esc)."));
        } else {
            state.outcome(command.get());
        }
    }
}
