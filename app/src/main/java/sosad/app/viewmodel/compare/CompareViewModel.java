package sosad.app.viewmodel.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import sosad.app.compare.CompareColumn;
import sosad.app.compare.CompareReport;
import sosad.app.compare.CompareRow;
import sosad.app.compare.CompareSentence;
import sosad.app.compare.Comparer;
import sosad.app.compare.Comparer.CompareListener;
import sosad.app.compare.Comparison;
import sosad.app.compare.ComparisonJson;
import sosad.app.compare.MeanComparison;
import sosad.app.export.file.OutputFile;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport.SweepFormat;

/** The view Compare: a form, a run that can be stopped, and the rows as they come. */
public final class CompareViewModel {
    private final CompareForm form = new CompareForm();
    private final ReadOnlyObjectWrapper<CompareStatus> status = new ReadOnlyObjectWrapper<>(CompareStatus.IDLE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper underWay = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<MeanComparison>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<CompareRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObjectProperty<CompareColumn> charted = new SimpleObjectProperty<>(CompareColumn.TIMES_LEAST);
    private final Executor background;
    private final Executor fx;
    private Optional<Sweep> result = Optional.empty();
    private Optional<Run> current = Optional.empty();

    /** The states of the view. */
    public enum CompareStatus {
        /** Nothing is being computed. */
        IDLE,
        /** A comparison is under way. */
        RUNNING,
        /** It is about to stop. */
        STOPPING
    }

    /**
     * A view that shows nothing yet.
     *
     * @param background computes, and writes files
     * @param fx runs what it is given on the window's thread, in order
     */
    public CompareViewModel(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
        selected.subscribe(row -> sentence.set(row.map(CompareSentence::of).orElse("")));
    }

    /** Begins a comparison as the form says, unless one is under way or something is wrong with the form. */
    public void run() {
        if (status.get() != CompareStatus.IDLE || form.request().isEmpty()) {
            return;
        }
        Run run = new Run(form.request().get());
        current = Optional.of(run);
        result = Optional.empty();
        shown.set(Optional.empty());
        selected.set(Optional.empty());
        notice.set("");
        progress.set(0);
        underWay.set("");
        status.set(CompareStatus.RUNNING);
        background.execute(run);
    }

    /** Stops what is under way; the rows that are complete stay. */
    public void stop() {
        if (status.get() == CompareStatus.RUNNING) {
            status.set(CompareStatus.STOPPING);
            current.ifPresent(run -> run.isStopped = true);
        }
    }

    /** One comparison. */
    private final class Run implements Runnable, CompareListener {
        private final CompareForm.Request request;
        private final List<CompareRow> rows = new ArrayList<>();
        private volatile boolean isStopped;

        Run(CompareForm.Request request) {
            this.request = request;
        }

        @Override
        public void run() {
            try {
                Comparison comparison = new Comparer(request.settings(), request.rules()).compare(request.seed(), this);
                fx.execute(() -> finish(comparison));
            } catch (CancellationException | InterruptedException e) {
                fx.execute(() -> end("Stopped. The rows that are complete stay; a report wants all."));
            } catch (RuntimeException e) {
                fx.execute(() -> end("The comparison failed: " + e));
            }
        }

        @Override
        public void progress(double share, String what) {
            if (isStopped) {
                throw new CancellationException("stopped");
            }
            fx.execute(() -> {
                progress.set(share);
                underWay.set(what);
            });
        }

        @Override
        public void row(CompareRow row) {
            fx.execute(() -> {
                rows.add(row);
                shown.set(Optional.of(MeanComparison.of(List.of(new Comparison(0, 0, 0, 0, 0, List.of(), rows)))));
            });
        }

        private void finish(Comparison comparison) {
            NavigableMap<Long, JsonNode> runs = new TreeMap<>();
            runs.put(request.seed(), ComparisonJson.write(comparison));
            Sweep sweep =
                    Sweep.of(CompareReport.COMMAND, CompareReport.settings(request.settings(), request.rules()), runs);
            result = Optional.of(sweep);
            MeanComparison mean = MeanComparison.of(List.of(comparison));
            shown.set(Optional.of(mean));
            end(String.join(" ", CompareReport.notes(sweep, mean)));
        }

        private void end(String words) {
            progress.set(0);
            underWay.set("");
            notice.set(words);
            status.set(CompareStatus.IDLE);
        }
    }

    /** Returns whether there is something to report. */
    public boolean isComplete() {
        return result.isPresent();
    }

    /** Writes the report of what is shown into a file. */
    public void save(SweepFormat format, Path file) {
        result.ifPresent(sweep -> background.execute(() -> {
            String words;
            try {
                OutputFile.at(file).write(new CompareReport().text(sweep, format));
                words = "Report written: " + file;
            } catch (OutputFile.OutputFileException e) {
                words = e.getMessage();
            }
            String said = words;
            fx.execute(() -> notice.set(said));
        }));
    }

    /** Returns the form. */
    public CompareForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<CompareStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** From 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The name of the row that is being computed. */
    public ReadOnlyStringProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /** The rows so far; empty before the first. */
    public ReadOnlyObjectProperty<Optional<MeanComparison>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The row that is explained. */
    public ObjectProperty<Optional<CompareRow>> selectedProperty() {
        return selected;
    }

    /** The row that is selected, in words; empty if none is. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What is to be said of the last run, or of a report. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The figure of which the chart is drawn. */
    public ObjectProperty<CompareColumn> chartedProperty() {
        return charted;
    }
}
