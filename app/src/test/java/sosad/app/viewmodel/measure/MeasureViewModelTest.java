package sosad.app.viewmodel.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.check.Series;
import sosad.app.measure.MeasuredRun;
import sosad.app.measure.RunFile;
import sosad.app.testing.FakeLab;
import sosad.app.testing.SampleMeasurements;
import sosad.app.testing.SampleOperations;
import sosad.app.testing.Scenarios;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.app.viewmodel.plot.ChartView;

class MeasureViewModelTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final FxLabListener listener = new FxLabListener(Runnable::run);
    private final FakeLab engine = new FakeLab(listener);
    private final LabViewModel lab = new LabViewModel(engine, listener, new LogViewModel(), Runnable::run);
    private final MeasureViewModel measure = new MeasureViewModel(lab, background::add, Runnable::run);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        lab.open(Scenarios.sample());
    }

    private void look(int operations, int seconds) {
        engine.live(SampleMeasurements.live(lab.shownProperty().get(), operations, seconds));
    }

    private ChartView chart(String title) {
        return measure.chartsProperty().get().stream()
                .filter(chart -> chart.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutARunItSaysWhatToDoAndThenShowsTheLiveOne() {
        measure.setShown(true);
        assertThat(measure.statusProperty().get()).isEqualTo(MeasureStatus.NOTHING);
        engine.goLive();
        assertThat(measure.statusProperty().get()).isEqualTo(MeasureStatus.NO_CLIENTS);

        look(2_000, 10);

        assertThat(measure.statusProperty().get()).isEqualTo(MeasureStatus.RUN);
        assertThat(measure.chartsProperty().get())
                .extracting(ChartView::title)
                .containsExactly("Throughput", "Latency", "Convergence lag", "Messages", "Bytes");
        assertThat(chart("Throughput").bands()).hasSize(2);
        assertThat(chart("Throughput").moments()).as("B's process ended").hasSize(1);
        assertThat(measure.words()).startsWith("Live cluster · 10 s · ");
    }

    @Test
    void whatFailsInTheLabIsSaidHereWhileItIsInSight() {
        lab.report(new Banner("B did not answer.", "Look at the log."));
        assertThat(measure.noticeProperty().get()).isEmpty();
        measure.setShown(true);

        lab.report(new Banner("C did not answer.", "Look at the log."));

        assertThat(measure.noticeProperty().get()).isEqualTo("C did not answer. Look at the log.");
        measure.dismiss();
        assertThat(lab.bannerProperty().get()).isNull();
    }

    @Test
    void nothingIsComputedWhileItIsOutOfSight() {
        engine.goLive();
        look(2_000, 10);
        assertThat(measure.runProperty().get()).isEmpty();
        assertThat(measure.chartsProperty().get()).isEmpty();

        measure.setShown(true);
        MeasuredRun shown = measure.runProperty().get().orElseThrow();
        measure.setShown(false);
        look(3_000, 12);

        assertThat(measure.runProperty().get()).contains(shown);
    }

    @Test
    void theLastMinuteIsShownAlone() {
        measure.setShown(true);
        engine.goLive();
        look(6_000, 150);
        assertThat(chart("Messages").first()).isZero();
        int whole = chart("Messages").series().get(0).points().size();

        measure.lastMinuteProperty().set(true);

        assertThat(chart("Messages").first()).isEqualTo(90);
        assertThat(chart("Messages").last()).isEqualTo(150);
        assertThat(chart("Messages").series().get(0).points().size()).isLessThan(whole);
    }

    @Test
    void theRunStaysWhenTheClocksHaveStopped() {
        measure.setShown(true);
        engine.goLive();
        look(2_000, 10);

        engine.stopClocks();

        assertThat(measure.statusProperty().get()).isEqualTo(MeasureStatus.RUN);
    }

    @Test
    void aSavedRunLiesBeneathTheLiveOneAndIsTakenAwayAgain() {
        Path file = folder.resolve("before.jsonl");
        RunFile.write(MeasuredRun.of("before", SampleOperations.log(500, 20), List.of()), file);
        measure.setShown(true);
        engine.goLive();
        look(2_000, 10);

        measure.layBeneath(file);
        assertThat(measure.statusProperty().get()).isEqualTo(MeasureStatus.READING);
        background.remove().run();

        assertThat(chart("Latency").before()).extracting(Series::name).contains("p50", "max");
        assertThat(chart("Throughput").last()).as("both have room").isEqualTo(20.0, within(0.5));
        assertThat(measure.words()).endsWith("dashed: before");

        measure.takeAwayBeneath();
        assertThat(chart("Latency").before()).isEmpty();
    }

    @Test
    void whatIsSavedCanBeOpenedAndTheLiveRunComesBack() {
        Path file = folder.resolve("run.jsonl");
        measure.setShown(true);
        engine.goLive();
        look(2_000, 10);
        int operations = measure.runProperty().get().orElseThrow().operations().size();

        measure.save(file);
        background.remove().run();
        assertThat(measure.noticeProperty().get()).startsWith("Saved run.jsonl: ");
        assertThat(measure.failedProperty().get()).isFalse();
        measure.open(file);
        background.remove().run();

        assertThat(measure.isOpened()).isTrue();
        assertThat(measure.runProperty().get().orElseThrow().operations().size())
                .isEqualTo(operations);
        measure.showLive();
        assertThat(measure.isOpened()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndTheRunStays() {
        measure.setShown(true);
        engine.goLive();
        look(2_000, 10);

        measure.open(folder.resolve("absent.jsonl"));
        background.remove().run();

        assertThat(measure.noticeProperty().get()).contains("there is no such file; choose another one");
        assertThat(measure.failedProperty().get()).isTrue();
        assertThat(measure.statusProperty().get()).isEqualTo(MeasureStatus.RUN);
        measure.dismiss();
        assertThat(measure.noticeProperty().get()).isEmpty();
    }

    @Test
    void theOperationsOfACheckAreShownLikeARun() {
        measure.setShown(true);
        measure.show(new CheckRun("3 Killing servers", SampleOperations.log(1_000, 5), SampleOperations.bands(5)));
        background.remove().run();

        assertThat(measure.chartsProperty().get())
                .extracting(ChartView::title)
                .containsExactly("Throughput", "Latency");
        assertThat(measure.words()).startsWith("3 Killing servers · ");
    }
}
