package sosad.app.viewmodel.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import sosad.app.export.file.OutputFile;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.history.History;
import sosad.app.lab.Lab;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.history.LogViewModel;

/**
 * The run as a scenario file: it is saved under a name that is remembered, and before something else takes its place,
 * what was done by hand and is not saved is asked about, once and without interrupting.
 */
public final class SavedRunViewModel {
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final int MAX_NAME = 40;

    private final LabViewModel state;
    private final Lab lab;
    private final LogViewModel log;
    private final Executor background;
    private final UnsavedHands hands = new UnsavedHands();
    private Optional<Path> target = Optional.empty();
    private Consumer<Path> told = file -> {};
    private boolean closing;

    /** A run and the file that it was written to. */
    private record Written(PlayedRun run, List<String> unsaid) {}

    /**
     * @param log is told what was saved
     * @param background writes files
     */
    public SavedRunViewModel(LabViewModel state, Lab lab, LogViewModel log, Executor background) {
        this.state = state;
        this.lab = lab;
        this.log = log;
        this.background = background;
        state.historyProperty().addListener((property, old, history) -> {
            closing = false;
            if (history != null) {
                hands.follow(history);
            }
        });
        state.wantedProperty().addListener((property, old, scenario) -> {
            if (old != null && !isSameLesson(old, scenario)) {
                forget();
            }
        });
    }

    /** Branches of a run have its title, and say after it what is different. */
    private static boolean isSameLesson(Scenario one, Scenario other) {
        return one.cluster().nodes().equals(other.cluster().nodes())
                && (one.title().startsWith(other.title()) || other.title().startsWith(one.title()));
    }

    private void forget() {
        hands.forget();
        target = Optional.empty();
    }

    /** From now on this gets every file that was written. */
    public void tellWritten(Consumer<Path> listener) {
        told = listener;
    }

    /** Returns the name of a file that suits the run: that of the lesson, in letters that every system takes. */
    public String suggestedName() {
        String title = state.wantedProperty().get() == null
                ? ""
                : state.wantedProperty().get().title();
        String plain = NO_LETTERS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("-");
        String name = plain.substring(0, Math.min(plain.length(), MAX_NAME)).replaceAll("^-|-$", "");
        return name.isEmpty() ? "run" : name;
    }

    /** Returns whether something was done by hand since it was saved. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return hands.unsavedProperty();
    }

    /** Returns the file that it was saved to last, since it was opened. */
    public Optional<Path> target() {
        return target;
    }

    /**
     * Writes what was done so far into a file, as a scenario that does it again. A failure is shown to the user; the
     * file is then as it was.
     *
     * @return whether it is saved
     */
    public CompletionStage<Boolean> save(Path file) {
        CompletableFuture<Written> written = lab.recorded() // says why if this cannot be saved
                .thenCombine(lab.played(), (recorded, run) -> run)
                .thenApplyAsync(run -> write(run, file), background);
        return state.outcome(written).handle((done, failure) -> {
            if (failure == null) {
                saved(file, done);
            }
            return failure == null;
        });
    }

    private static Written write(PlayedRun run, Path file) {
        RecordedScenario.Recorded recorded = run.recorded();
        try {
            OutputFile.at(file).write(ScenarioWriter.write(recorded.scenario()));
        } catch (OutputFileException e) {
            throw new ActionFailure(e.getMessage() + "; choose another place");
        }
        return new Written(run, recorded.unsaid());
    }

    private void saved(Path file, Written written) {
        History history = written.run().history();
        hands.saved(history);
        target = Optional.of(file);
        told.accept(file);
        if (written.unsaid().isEmpty()) {
            log.add("Saved: " + file);
        } else {
            state.report(new Banner(
                    "%s is saved, but a file has no words for: %s".formatted(file, String.join("; ", written.unsaid())),
                    ""));
        }
    }

    /**
     * Does something after which the run is gone: at once if nothing is unsaved, otherwise when the user says so.
     *
     * @param what what is about to happen, such as {@code Another scenario is about to be opened}
     * @param saving saves the run, to a file of the user's choice if none is known
     */
    public void leave(String what, Supplier<CompletionStage<Boolean>> saving, Runnable then) {
        if (hands.unsavedProperty().get()) {
            ask(what, "", saving, then);
        } else {
            goOn(then);
        }
    }

    private void ask(String what, String remedy, Supplier<CompletionStage<Boolean>> saving, Runnable then) {
        state.dismiss(); // a question before this one is about something else
        state.report(new Banner(
                what + ", and what was done by hand is not saved.",
                remedy,
                List.of(
                        new Banner.Offer("Save", () -> saving.get().thenAccept(saved -> {
                            if (saved) {
                                state.dismiss();
                                goOn(then);
                            }
                        })),
                        new Banner.Offer("Discard", () -> {
                            state.dismiss();
                            goOn(then);
                        }),
                        new Banner.Offer("Keep", this::keep))));
    }

    private void goOn(Runnable then) {
        forget();
        then.run();
    }

    private void keep() {
        closing = false;
        state.dismiss();
    }

    /**
     * Returns whether the window may be closed now: if not, the user is asked; asked once more, it may.
     *
     * @param close closes the window
     */
    public boolean mayClose(Supplier<CompletionStage<Boolean>> saving, Runnable close) {
        if (closing || !hands.unsavedProperty().get()) {
            return true;
        }
        closing = true;
        ask("The window is about to be closed", "Closed once more, it goes without saving.", saving, close);
        return false;
    }
}
