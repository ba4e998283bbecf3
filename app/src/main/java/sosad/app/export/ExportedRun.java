package sosad.app.export;

import java.util.Objects;
import java.util.Optional;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.RunReport;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.scenario.ScenarioFile;

/**
 * A run that is taken away, up to its last moment.
 *
 * @param title what it is a run of
 * @param script what it was played from, if nothing else was done
 */
public record ExportedRun(String title, Optional<ScenarioFile> script, History history) {
    public ExportedRun {
        Objects.requireNonNull(title);
        Objects.requireNonNull(script);
        Objects.requireNonNull(history);
    }

    /** A run of a scenario that was played from its file. */
    public ExportedRun(ScenarioFile file, History history) {
        this(file.scenario().title(), Optional.of(file), history);
    }

    /** Returns the run up to the end of a step; 0 is the start. */
    public ExportedRun upToStep(int step) {
        int size = history.size();
        while (size > 1 && history.at(size - 1).step() > step) {
            size--;
        }
        return upToMoment(size - 1);
    }

    /**
     * Returns the run up to the moment in its last step at which all messages stood on their links, if there is one.
     */
    public ExportedRun upToFlight() {
        int step = history.present().step();
        for (int i = history.size() - 1; i > 0 && history.at(i).step() == step; i--) {
            if (history.at(i).what() instanceof RunEvent.ActionsDone) {
                return upToMoment(i);
            }
        }
        return this;
    }

    /** Returns the run up to a moment, by its index. */
    public ExportedRun upToMoment(int index) {
        return new ExportedRun(title, script, history.first(index + 1));
    }

    /** Returns the report of its steps. */
    RunReport report() {
        return script.map(file -> HistoryReport.of(file, history)).orElseGet(() -> HistoryReport.of(title, history));
    }
}
