package sosad.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.check.Series;
import sosad.app.load.OperationLog;
import sosad.app.testing.SampleOperations;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

class RunMeterTest {
    private final RunMeter meter = new RunMeter();

    private static Series line(List<Series> all, String chart, String name) {
        return all.stream()
                .filter(series -> series.chart().equals(chart) && series.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void look(long from, long to, long messages) {
        RunSample sample = new RunSample(from, to);
        sample.passed(FrameKind.PUSH, messages, 1_000 * messages);
        sample.lag(new NodeId("B"), to % 1_000 == 0 ? 40 : 0);
        meter.add(sample);
    }

    @Test
    void ratesAreBySecondHoweverLongALookTakes() {
        look(0, 250, 5);
        look(250, 1_250, 20);

        Series pushes = line(meter.series(true), "Messages", "push");
        assertThat(pushes.points()).extracting(Series.Point::y).containsExactly(20.0, 20.0);
        assertThat(pushes.points()).extracting(Series.Point::x).containsExactly(0.125, 0.75);
        assertThat(line(meter.series(true), "Bytes", "push").points().get(0).y())
                .isEqualTo(20);
    }

    @Test
    void theWholeRunBecomesCoarserAndTheLastMinuteStaysFine() {
        int looks = 4 * 60 * 60;
        for (int i = 0; i < looks; i++) {
            look(250L * i, 250L * (i + 1), 5);
        }

        Series whole = line(meter.series(false), "Messages", "push");
        Series recent = line(meter.series(true), "Messages", "push");
        assertThat(whole.points().size()).isBetween(RunMeter.MAX_SAMPLES / 2 - 1, RunMeter.MAX_SAMPLES);
        assertThat(whole.points()).allSatisfy(point -> assertThat(point.y()).isEqualTo(20));
        assertThat(recent.points()).hasSize(241);
        assertThat(line(meter.series(false), "Convergence lag", "B").points())
                .as("of lags the longest counts")
                .allSatisfy(point -> assertThat(point.y()).isEqualTo(40));
    }

    @Test
    void aLogAloneHasRatesAndLatencies() {
        OperationLog log = SampleOperations.log(4_000, 8);
        MeasuredRun run = MeasuredRun.of("check", log, List.of());

        double reads = line(run.series(), "Throughput", "reads").points().stream()
                .mapToDouble(Series.Point::y)
                .average()
                .orElseThrow();
        assertThat(reads).isBetween(330.0, 420.0);
        Series p50 = line(run.series(), "Latency", "p50");
        Series p99 = line(run.series(), "Latency", "p99");
        for (int i = 0; i < p50.points().size(); i++) {
            assertThat(p50.points().get(i).y())
                    .isLessThanOrEqualTo(p99.points().get(i).y());
        }
        assertThat(run.series()).noneMatch(series -> series.chart().equals("Messages"));
    }
}
