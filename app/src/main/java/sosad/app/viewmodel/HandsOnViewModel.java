package sosad.app.viewmodel;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import sosad.app.lab.Lab;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;

/** Actions of the user on messages and nodes. In the past they begin a branch. */
public final class HandsOnViewModel {
    private final LabViewModel state;
    private final Lab lab;
    private final Set<Action> underWay = new HashSet<>();

    public HandsOnViewModel(LabViewModel state, Lab lab) {
        this.state = state;
        this.lab = lab;
    }

    /** Does something to a message. */
    public void handle(long message, MessageAction action) {
        here(() -> lab.handle(message, action));
    }

    /** Carries out an action; the same one once more, before the first is done, is the same wish. */
    public void act(Action action) {
        if (underWay.add(action)) {
            here(() -> lab.act(action)).whenComplete((done, failure) -> underWay.remove(action));
        }
    }

    /** Makes the cluster whole again. */
    public void heal() {
        here(lab::heal);
    }

    private <T> CompletionStage<T> here(Supplier<CompletableFuture<T>> command) {
        if (state.lockedProperty().get()) {
            state.report(new Banner(
                    "This is the past, to which the nodes cannot go back.", "Go back to now first (Next or Esc)."));
            return CompletableFuture.completedFuture(null);
        }
        return state.here(command);
    }
}
