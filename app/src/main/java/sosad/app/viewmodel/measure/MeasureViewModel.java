package sosad.app.viewmodel.measure;

import static sosad.model.PlainFormat.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import sosad.app.check.Series;
import sosad.app.lab.live.LiveMeasurements;
import sosad.app.lab.live.LiveState;
import sosad.app.load.ThinnedLog;
import sosad.app.measure.MeasuredRun;
import sosad.app.measure.RunFile;
import sosad.app.measure.RunFileException;
import sosad.app.measure.RunMeter;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.plot.ChartView;
import sosad.app.viewmodel.plot.PlotText;

/**
 * The view Measure: the live run, a run of a check, or one from a file, and another one beneath it. Nothing is computed
 * while the view is not in sight; while it is, a live run is looked at four times a second, as the lab looks at it.
 */
public final class MeasureViewModel {
    private static final double SECOND = 1_000;

    private final LabViewModel lab;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<MeasuredRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MeasuredRun>> beneath = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<MeasureStatus> status = new ReadOnlyObjectWrapper<>(MeasureStatus.NOTHING);
    private final ReadOnlyObjectWrapper<List<ChartView>> charts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private final BooleanProperty lastMinute = new SimpleBooleanProperty();
    private Optional<MeasuredRun> opened = Optional.empty();
    private Optional<LiveMeasurements> measurements = Optional.empty();
    private LiveState lastLive;
    private boolean isShown;
    private int reading;

    /**
     * @param background reads and writes files
     * @param fx runs what it is given on the window's thread
     */
    public MeasureViewModel(LabViewModel lab, Executor background, Executor fx) {
        this.lab = lab;
        this.background = background;
        this.fx = fx;
        lab.liveProperty().addListener((property, old, state) -> looked(state));
        lab.clocksRun().addListener((property, old, run) -> refresh());
        lab.statusProperty().addListener((property, old, now) -> refresh());
        lastMinute.addListener((property, old, now) -> refresh());
        lab.bannerProperty().addListener((property, old, banner) -> failed(banner));
    }

    /** What fails in the lab while this view is in sight is said here. */
    private void failed(Banner banner) {
        if (isShown && banner != null) {
            failed.set(true);
            notice.set((banner.what() + " " + banner.remedy()).strip());
        }
    }

    private void looked(LiveState state) {
        if (state != null) {
            if (!state.measurements().equals(measurements)) {
                measurements = state.measurements();
            }
            lastLive = state;
        }
        if (opened.isEmpty()) {
            refresh();
        }
    }

    /** The view has come into sight, or is out of sight. */
    public void setShown(boolean shown) {
        isShown = shown;
        refresh();
    }

    private void refresh() {
        if (!isShown) {
            return;
        }
        run.set(opened.or(this::live));
        charts.set(run.get().map(this::charts).orElse(List.of()));
        status.set(reading > 0 ? MeasureStatus.READING : run.get().isPresent() ? MeasureStatus.RUN : nothing());
    }

    private MeasureStatus nothing() {
        if (lab.statusProperty().get() != LabStatus.READY) {
            return MeasureStatus.NO_CLUSTER;
        }
        return lab.clocksRun().get() ? MeasureStatus.NO_CLIENTS : MeasureStatus.NOTHING;
    }

    /** Returns the live run, also after its clocks have stopped; empty until a client has asked something. */
    private Optional<MeasuredRun> live() {
        return measurements
                .map(LiveMeasurements::operations)
                .map(ThinnedLog::kept)
                .filter(kept -> kept.added() > 0)
                .map(kept -> new MeasuredRun(
                        "Live cluster",
                        lastLive.millis(),
                        measurements.get().meter().series(lastMinute.get()),
                        TimelineBands.bands(lastLive.timeline()),
                        TimelineBands.ends(lastLive.timeline()),
                        kept.log(),
                        kept.leftOut()));
    }

    /** Returns the charts of a run, over the lines of the one beneath it. */
    private List<ChartView> charts(MeasuredRun shown) {
        double from = lastMinute.get() ? Math.max(0, shown.millis() - RunMeter.RECENT_MILLIS) / SECOND : 0;
        double to = Math.max(from + 1, shown.millis() / SECOND);
        List<Series> before = beneath.get().map(MeasuredRun::series).orElse(List.of());
        double whole = lastMinute.get()
                ? to
                : Math.max(to, beneath.get().map(MeasuredRun::millis).orElse(0L) / SECOND);
        List<ChartView> views = new ArrayList<>();
        shown.series().stream().map(Series::chart).distinct().forEach(chart -> {
            List<Series> lines = of(shown.series(), chart);
            if (lines.stream().anyMatch(MeasureViewModel::isSomething)) {
                views.add(ChartView.of(
                        lines.stream().filter(MeasureViewModel::isSomething).toList(),
                        of(before, chart).stream()
                                .filter(MeasureViewModel::isSomething)
                                .toList(),
                        shown.bands(),
                        shown.ends(),
                        OptionalDouble.of(from),
                        OptionalDouble.of(whole)));
            }
        });
        return views;
    }

    private static List<Series> of(List<Series> all, String chart) {
        return all.stream().filter(series -> series.chart().equals(chart)).toList();
    }

    /** A line that is 0 all the time says nothing, except about lag. */
    private static boolean isSomething(Series series) {
        return series.chart().equals("Convergence lag")
                || series.points().stream().anyMatch(point -> point.y() > 0);
    }

    /** Shows the operations of a check so far. */
    public void show(CheckRun check) {
        show(() -> MeasuredRun.of(check.name(), check.operations(), check.bands()));
    }

    /** Shows a run from a file in place of the live one. */
    public void open(Path file) {
        show(() -> RunFile.read(file));
    }

    /** Lays a run from a file beneath the one that is shown. */
    public void layBeneath(Path file) {
        read(() -> RunFile.read(file), read -> beneath.set(Optional.of(read)));
    }

    /** Nothing lies beneath the run that is shown any more. */
    public void takeAwayBeneath() {
        beneath.set(Optional.empty());
        refresh();
    }

    /** What was done or failed last is not said any more. */
    public void dismiss() {
        notice.set("");
        lab.dismiss();
    }

    /** Shows the live run again. */
    public void showLive() {
        opened = Optional.empty();
        notice.set("");
        refresh();
    }

    private void show(Supplier<MeasuredRun> source) {
        read(source, read -> {
            opened = Optional.of(read);
            lastMinute.set(false);
        });
    }

    private void read(Supplier<MeasuredRun> source, Consumer<MeasuredRun> then) {
        reading++;
        notice.set("");
        refresh();
        background.execute(() -> {
            Optional<MeasuredRun> read = Optional.empty();
            String failure = "";
            try {
                read = Optional.of(source.get());
            } catch (RunFileException e) {
                failure = e.getMessage();
            }
            Optional<MeasuredRun> result = read;
            String words = failure;
            fx.execute(() -> {
                reading--;
                result.ifPresent(then);
                failed.set(!words.isEmpty());
                notice.set(words);
                refresh();
            });
        });
    }

    /** Writes the run that is shown, as it is now, into a file. */
    public void save(Path file) {
        Optional<MeasuredRun> shown = opened.or(this::wholeLive);
        if (shown.isEmpty()) {
            notice.set("There is no run to save yet; go live and start clients first.");
            return;
        }
        MeasuredRun saved = shown.get();
        background.execute(() -> {
            String words;
            boolean isFailure = false;
            try {
                RunFile.write(saved, file);
                words = format(
                        "Saved %s: %,d operations",
                        file.getFileName(), saved.operations().size());
            } catch (RunFileException e) {
                words = e.getMessage();
                isFailure = true;
            }
            String said = words;
            boolean wentWrong = isFailure;
            fx.execute(() -> {
                failed.set(wentWrong);
                notice.set(said);
            });
        });
    }

    /** Returns the live run with the lines of the whole of it, whatever is looked at. */
    private Optional<MeasuredRun> wholeLive() {
        return live().map(now -> new MeasuredRun(
                now.name(),
                now.millis(),
                measurements.get().meter().series(false),
                now.bands(),
                now.ends(),
                now.operations(),
                now.leftOut()));
    }

    /** Returns what is shown, in a line: which run, for how long, and what of it is left out. */
    public String words() {
        return run.get()
                .map(shown -> format(
                                "%s · %s · %,d operations",
                                shown.name(),
                                PlotText.onAxis(shown.millis() * 1_000_000, 1_000_000_000),
                                shown.operations().size() + shown.leftOut())
                        + (shown.leftOut() == 0 ? "" : format(" (%,d older ones left out)", shown.leftOut()))
                        + beneath.get()
                                .map(other -> " · dashed: " + other.name())
                                .orElse(""))
                .orElse("what the cluster serves, and how fast it agrees");
    }

    /** Returns the run that is shown; empty: none. */
    public ReadOnlyObjectProperty<Optional<MeasuredRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Returns the run that lies beneath it. */
    public ReadOnlyObjectProperty<Optional<MeasuredRun>> beneathProperty() {
        return beneath.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MeasureStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Returns the charts, from top to bottom. */
    public ReadOnlyObjectProperty<List<ChartView>> chartsProperty() {
        return charts.getReadOnlyProperty();
    }

    /** Returns what was done or failed last, in a line; empty: nothing. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Returns whether the notice is of something that failed. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed;
    }

    /** Returns whether the charts show the last minute alone. */
    public BooleanProperty lastMinuteProperty() {
        return lastMinute;
    }

    /** Returns whether a run is shown that does not go on: from a file or of a check. */
    public boolean isOpened() {
        return opened.isPresent();
    }
}
