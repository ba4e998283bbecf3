package sosad.app.viewmodel.lesson;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import sosad.app.export.file.OutputFile;
import sosad.app.export.table.DifferenceJson;
import sosad.app.lab.RunDifference;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.history.LogViewModel;

/** Repetitions that did not come out as recorded: the banner that says so offers the evidence as a file. */
public final class EvidenceViewModel {
    private final LabViewModel lab;
    private final LogViewModel log;
    private final Supplier<Optional<Path>> file;
    private final Executor background;

    /**
     * @param log is told what was written
     * @param file lets the user choose a file
     * @param background writes it
     */
    public EvidenceViewModel(LabViewModel lab, LogViewModel log, Supplier<Optional<Path>> file, Executor background) {
        this.lab = lab;
        this.log = log;
        this.file = file;
        this.background = background;
    }

    /** Returns what the banner offers. */
    public Banner.Offer offer(RunDifference difference) {
        return new Banner.Offer("Save evidence…", () -> file.get().ifPresent(chosen -> write(difference, chosen)));
    }

    /** A failure is shown to the user; the file is then as it was. */
    private void write(RunDifference difference, Path chosen) {
        CompletableFuture<Void> written = CompletableFuture.runAsync(
                () -> OutputFile.at(chosen).write(DifferenceJson.text(difference)), background);
        lab.outcome(written).thenRun(() -> log.add("Saved: " + chosen));
    }
}
