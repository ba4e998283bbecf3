package sosad.app.check.volume;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sosad.app.check.Figure;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.app.load.Latencies;
import sosad.app.load.LoadInterval;
import sosad.app.load.LoadProblem;
import sosad.app.load.LoadReport;

/**
 * What came out of a phase.
 *
 * @param atNanos when it began, since the beginning of the check's operation log
 * @param isDone whether the clients made all requests that they were to make
 */
record PhaseResult(LoadPhase phase, LoadReport report, long atNanos, boolean isDone) {
    private static final double OFFERED = 0.95;
    private static final int MAX_POINTS = 500;
    private static final double MICROS_A_MILLI = 1_000;
    private static final double MILLIS_A_SECOND = 1_000;

    boolean isOpenLoop() {
        return phase.profile().perSecond().isPresent();
    }

    /**
     * Returns whether the phase says something about the servers: in an open loop the rate was really offered, in a
     * closed loop the clients had time left, so that the servers set the pace.
     */
    boolean isMeaningful() {
        return report.counts().served() > 0
                && (isOpenLoop() ? report.offeredShare() >= OFFERED : !report.isLimitedByClients());
    }

    /** Returns why it is not meaningful. */
    String caveat() {
        return isOpenLoop()
                ? format("of the rate in \"%s\" %.0f %% could be sent", phase.label(), 100 * report.offeredShare())
                : format(
                        "in \"%s\" the load generator was the bottleneck (%.0f %% of a processor), so that its figure is"
                                + " a lower bound",
                        phase.label(), 100 * report.cpuShare());
    }

    /** Returns how many requests went wrong; one that lost at once to a later write did not. */
    long failures() {
        return report.counts().problems().entrySet().stream()
                .filter(problem -> !problem.getKey().equals(LoadProblem.LOST_AT_ONCE))
                .mapToLong(problem -> problem.getValue())
                .sum();
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(phase.label(), report.servedPerSecond(), "operations/s"));
        add(figures, "", report.fromSending());
        if (isOpenLoop()) {
            add(figures, " from when it was due", report.fromIntended());
        }
        return figures;
    }

    private void add(List<Figure> figures, String from, Latencies latencies) {
        figures.add(latency("median" + from, latencies.median()));
        figures.add(latency("99th percentile" + from, latencies.percentile99()));
        figures.add(latency("99.9th percentile" + from, latencies.percentile999()));
        figures.add(latency("longest" + from, latencies.longest()));
    }

    private Figure latency(String what, long micros) {
        return Figure.millis(phase.label() + ": " + what, micros / MICROS_A_MILLI);
    }

    List<Series> series() {
        List<Point> throughput = new ArrayList<>();
        List<Point> latency = new ArrayList<>();
        List<LoadInterval> intervals = report.intervals();
        int every = 1 + intervals.size() / MAX_POINTS;
        for (int i = 0; i < intervals.size(); i += every) {
            List<LoadInterval> some = intervals.subList(i, Math.min(i + every, intervals.size()));
            double x = TimeUnit.NANOSECONDS.toMillis(atNanos) / MILLIS_A_SECOND
                    + some.get(0).startMillis() / MILLIS_A_SECOND;
            throughput.add(new Point(
                    x,
                    some.stream()
                            .mapToDouble(LoadInterval::servedPerSecond)
                            .average()
                            .orElse(0)));
            latency.add(new Point(
                    x,
                    some.stream()
                                    .mapToLong(LoadInterval::percentile99Micros)
                                    .max()
                                    .orElse(0)
                            / MICROS_A_MILLI));
        }
        return List.of(
                new Series("Throughput", phase.label(), "time, s", "operations/s", throughput),
                new Series("99th percentile of the latency", phase.label(), "time, s", "ms", latency));
    }
}
