package sosad.app.view.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sosad.app.view.measure.MeasureActions;
import sosad.app.viewmodel.checks.CheckRow;
import sosad.app.viewmodel.measure.CheckRun;

/** Does for the view Measure what it cannot do itself. */
record MeasureRequests(LabWindow window) implements MeasureActions {
    @Override
    public void goLive() {
        window.labView.live.toggle();
    }

    @Override
    public void startClients() {
        window.labView.clients.toggle();
    }

    @Override
    public List<CheckRun> checkRuns() {
        return window.checks.rows().stream()
                .filter(row -> row.operationsProperty().get() != null)
                .map(MeasureRequests::run)
                .toList();
    }

    private static CheckRun run(CheckRow row) {
        String name = row.check().number() + " " + row.check().title();
        return new CheckRun(name, row.operationsProperty().get(), row.bands());
    }

    @Override
    public Optional<Path> chooseRun(String title) {
        return window.dialogs().openAny(title);
    }

    @Override
    public Optional<Path> chooseWhereToSave() {
        return window.dialogs().saveAs("Save this run", "run.jsonl");
    }
}
