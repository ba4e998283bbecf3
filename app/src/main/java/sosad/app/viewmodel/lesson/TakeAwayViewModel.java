package sosad.app.viewmodel.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import sosad.app.export.ExportKind;
import sosad.app.export.ExportedRun;
import sosad.app.export.file.OutputFile;
import sosad.app.export.picture.PictureColours;
import sosad.app.history.History;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioFile;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.history.LogViewModel;

/** The run that is shown, up to the moment that is shown, in other forms. */
public final class TakeAwayViewModel {
    private final LabViewModel lab;
    private final LogViewModel log;
    private final Executor background;

    /**
     * @param log is told what was written
     * @param background computes the forms and writes them
     */
    public TakeAwayViewModel(LabViewModel lab, LogViewModel log, Executor background) {
        this.lab = lab;
        this.log = log;
        this.background = background;
    }

    /** Returns whether there is a run. */
    public boolean isPossible() {
        return lab.historyProperty().get() != null && lab.shownProperty().get() != null;
    }

    private ExportedRun run() {
        History history = lab.historyProperty().get();
        int shown = Math.min(lab.shownProperty().get().index(), history.size() - 1);
        Scenario scenario = lab.scenarioProperty().get();
        boolean isByHand = history.at(shown).offScript();
        return new ExportedRun(
                scenario.title() + (isByHand ? ", as played" : ""),
                isByHand ? Optional.empty() : Optional.of(new ScenarioFile(scenario, List.of())),
                history.first(shown + 1));
    }

    /** Writes it into a file. A failure is shown to the user; the file is then as it was. */
    public CompletionStage<Void> write(ExportKind kind, PictureColours colours, Path file) {
        ExportedRun run = run();
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(() -> OutputFile.at(file).write(kind.bytes(run, colours)), background);
        return lab.outcome(written).thenRun(() -> log.add("Saved: " + file));
    }
}
