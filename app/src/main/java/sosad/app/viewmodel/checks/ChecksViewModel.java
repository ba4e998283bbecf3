package sosad.app.viewmodel.checks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import sosad.app.check.Check;
import sosad.app.check.CheckNumber;
import sosad.app.check.report.Acceptance;
import sosad.app.check.report.SuiteReportFormat;
import sosad.app.check.suite.CheckSuite;
import sosad.app.check.suite.SuiteResult;
import sosad.app.check.suite.SuiteRunner;
import sosad.app.export.file.OutputFile;
import sosad.app.viewmodel.checks.CheckState.Stage;

/**
 * The checks: one run at a time, of one or of all. The list shows results of one system, seed and time: a run of
 * another clears it.
 */
public final class ChecksViewModel {
    private final List<CheckRow> rows;
    private final TargetViewModel target;
    private final SuiteRunner runner;
    private final Executor background;
    private final Executor fx;
    private final LongSupplier nanoTime;
    private final ObjectProperty<CheckRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ChecksStatus> status = new ReadOnlyObjectWrapper<>(ChecksStatus.NOT_RUN);
    private final ReadOnlyObjectWrapper<ChecksTotals> totals = new ReadOnlyObjectWrapper<>(ChecksTotals.NONE);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private Optional<TargetViewModel.Choice> chosen = Optional.empty();
    private List<CheckRow> running = List.of();
    private Instant began = Instant.EPOCH;
    private Duration tookBefore = Duration.ZERO;
    private long beganNanos;

    /**
     * @param checks in the order of the list
     * @param runner runs them; closed by whoever made it
     * @param background writes reports
     * @param fx runs what it is given on the window's thread, in order
     * @param nanoTime as {@link System#nanoTime}
     */
    public ChecksViewModel(
            List<Check> checks,
            TargetViewModel target,
            SuiteRunner runner,
            Executor background,
            Executor fx,
            LongSupplier nanoTime) {
        rows = checks.stream().map(CheckRow::new).toList();
        this.target = target;
        this.runner = runner;
        this.background = background;
        this.fx = fx;
        this.nanoTime = nanoTime;
        rows.stream().findFirst().ifPresent(selected::set);
        target.durationProperty().addListener((property, old, now) -> count());
        count();
    }

    /** Runs all checks. */
    public void runAll() {
        run(rows);
    }

    /** Runs one check, or runs it again. */
    public void run(CheckRow row) {
        run(List.of(row));
    }

    private void run(List<CheckRow> wanted) {
        if (status.get().isBusy()) {
            return;
        }
        TargetViewModel.Choice choice;
        try {
            choice = target.choose();
        } catch (IllegalArgumentException e) {
            notice.set(new Notice(e.getMessage(), true));
            return;
        }
        dismiss();
        if (!chosen.map(choice::isLike).orElse(false) || wanted.size() == rows.size()) {
            rows.forEach(row -> row.become(CheckState.NOT_RUN));
            began = Instant.now();
            tookBefore = Duration.ZERO;
        }
        chosen = Optional.of(choice);
        running = wanted;
        wanted.forEach(row -> row.become(CheckState.WAITING));
        beganNanos = nanoTime.getAsLong();
        status.set(ChecksStatus.RUNNING);
        count();
        List<Check> checks = wanted.stream().map(CheckRow::check).toList();
        ProgressFeed feed = new ProgressFeed(fx, this::rowOf, this::count);
        runner.start(new CheckSuite(checks, choice.settings(), choice.source(), feed))
                .whenComplete((result, failure) -> fx.execute(() -> over(result, failure)));
    }

    private CheckRow rowOf(CheckNumber number) {
        return rows.stream()
                .filter(row -> row.check().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void over(SuiteResult result, Throwable failure) {
        for (CheckRow row : running) {
            if (row.stateProperty().get().stage() != Stage.DONE) {
                row.become(CheckState.NOT_REACHED);
            }
        }
        tookBefore = tookBefore.plus(elapsed());
        running = List.of();
        if (failure != null) {
            fail("a mistake of this program, " + failure);
        } else if (status.get() == ChecksStatus.STOPPING) {
            status.set(ChecksStatus.STOPPED);
            notice.set(new Notice(
                    "Stopped. What has a verdict keeps it; a report says that the rest did not run.", false));
        } else {
            result.stopped().ifPresentOrElse(this::fail, () -> status.set(ChecksStatus.OVER));
        }
        count();
    }

    private void fail(String why) {
        status.set(ChecksStatus.FAILED);
        notice.set(new Notice("The run could not go on: " + why, true));
    }

    /** Returns whether a system is being started for the next check. */
    public boolean isStarting() {
        return status.get() == ChecksStatus.RUNNING
                && running.stream().noneMatch(row -> row.stateProperty().get().stage() == Stage.RUNNING);
    }

    /** Stops the run; what is done stays. */
    public void stop() {
        if (status.get() == ChecksStatus.RUNNING) {
            status.set(ChecksStatus.STOPPING);
            runner.stop();
        }
    }

    /** Looks at the clock; to be called now and then during a run. */
    public void tick() {
        count();
    }

    private Duration elapsed() {
        return running.isEmpty() ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - beganNanos);
    }

    private void count() {
        Duration usual = target.durationProperty().get();
        totals.set(ChecksTotals.of(rows, running, usual, running.isEmpty() ? tookBefore : elapsed()));
    }

    /** Returns the results that the list shows, as a report has them; empty if there are none. */
    public Optional<SuiteResult> results() {
        return chosen.filter(choice -> totals.get().done() > 0)
                .map(choice -> new SuiteResult(
                        choice.source().words(),
                        choice.source().options(),
                        choice.settings(),
                        began,
                        tookBefore.plus(elapsed()),
                        rows.stream()
                                .flatMap(row -> row.stateProperty().get().outcome().stream())
                                .toList(),
                        rows.stream()
                                .filter(row -> row.stateProperty().get().stage() == Stage.NOT_REACHED)
                                .map(row -> row.check().number())
                                .toList(),
                        status.get() == ChecksStatus.OVER ? Optional.empty() : Optional.of(CheckSuite.INTERRUPTED)));
    }

    /** Writes a report of what the list shows into a file; says so, or why not. */
    public void save(SuiteReportFormat format, Path file) {
        results().ifPresent(suite -> CompletableFuture.runAsync(
                        () -> OutputFile.at(file).write(format.text(suite, Acceptance.USUAL)), background)
                .whenComplete((nothing, failure) -> fx.execute(() -> notice.set(
                        failure == null
                                ? new Notice("Report written: " + file, false)
                                : new Notice(reason(failure), true)))));
    }

    private static String reason(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause().getMessage()
                : failure.getMessage();
    }

    /** Says no more of what went wrong or was done. */
    public void dismiss() {
        notice.set(Notice.NONE);
    }

    /** Returns the command that repeats a check as it was run last; empty if it was not. */
    public Optional<String> repeat(CheckRow row) {
        return row.stateProperty().get().stage() == Stage.DONE
                ? results().map(results -> results.repeat(row.check().number()))
                : Optional.empty();
    }

    /** Returns the checks, in the order of the list. */
    public List<CheckRow> rows() {
        return rows;
    }

    /** Returns the form for what is checked. */
    public TargetViewModel target() {
        return target;
    }

    /** The check that is looked at. */
    public ObjectProperty<CheckRow> selectedProperty() {
        return selected;
    }

    /** Returns what the run is at. */
    public ReadOnlyObjectProperty<ChecksStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Returns what is to be said of the run or of a report. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Returns the verdicts so far, counted, and the time. */
    public ReadOnlyObjectProperty<ChecksTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }
}
