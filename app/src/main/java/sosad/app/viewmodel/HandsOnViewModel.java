package sosad.app.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import sosad.app.lab.Lab;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.viewmodel.history.LogViewModel;

/** Actions of the user on messages and nodes. In the past they begin a branch. */
public final class HandsOnViewModel {
    private final LabViewModel state;
    private final Lab lab;
    private final LogViewModel log;
    private final Set<Action> underWay = new HashSet<>();

    /** @param log is told what was saved */
    public HandsOnViewModel(LabViewModel state, Lab lab, LogViewModel log) {
        this.log = log;
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

    /** Writes what was done so far into a file, as a scenario that does it again. */
    public void save(Path file) {
        state.outcome(lab.recorded().thenApply(recorded -> {
                    try {
                        Files.writeString(file, ScenarioWriter.write(recorded.scenario()));
                        return recorded.unsaid();
                    } catch (IOException e) {
                        throw new ActionFailure(
                                "%s cannot be written: %s; choose another place".formatted(file, e.getMessage()));
                    }
                }))
                .thenAccept(unsaid -> saved(file, unsaid));
    }

    private void saved(Path file, List<String> unsaid) {
        if (unsaid.isEmpty()) {
            log.add("Saved: " + file);
        } else {
            state.report(new Banner(
                    "%s is saved, but a file has no words for: %s".formatted(file, String.join("; ", unsaid)), ""));
        }
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
