package sosad.app.check.volume;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.app.check.Figure;
import sosad.app.check.FigureTable;
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
    private static final long MAX_OWN_DELAY_MICROS = 1_000;
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
                && (isOpenLoop() ? report.offeredShare() >= OFFERED && !isLate() : !report.isLimitedByClients());
    }

    /** Returns whether much of what requests waited for was the load generator. */
    private boolean isLate() {
        return report.ownDelay().percentile99()
                > Math.max(MAX_OWN_DELAY_MICROS, report.fromIntended().percentile99() / 2);
    }

    /** Returns why it is not meaningful. */
    String caveat() {
        if (isOpenLoop() && isLate()) {
            return format(
                    "In \"%s\" the load generator itself sent late (99 %% within %.1f ms)",
                    phase.label(), report.ownDelay().percentile99() / MICROS_A_MILLI);
        }
        return isOpenLoop()
                ? format("Of the rate in \"%s\" %.0f %% could be sent", phase.label(), 100 * report.offeredShare())
                : format(
                        "In \"%s\" the load generator was the bottleneck (%.0f %% of a processor), so that its figure is"
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

    /**
     * Returns a table of phases: throughput and latencies, and those from when requests were due where a rate was set.
     */
    static FigureTable table(List<PhaseResult> results) {
        List<String> columns =
                new ArrayList<>(List.of("operations", "50 % within", "99 % within", "99.9 % within", "longest"));
        boolean withDue = results.stream().anyMatch(PhaseResult::isOpenLoop);
        if (withDue) {
            columns.addAll(List.of("99 % from when due", "longest from when due"));
        }
        return new FigureTable(
                "load", columns, results.stream().map(one -> one.row(withDue)).toList());
    }

    private FigureTable.Row row(boolean withDue) {
        List<Optional<Figure>> figures = new ArrayList<>();
        figures.add(Optional.of(Figure.of("throughput", report.servedPerSecond(), "/s")));
        figures.addAll(latencies(report.fromSending()));
        if (withDue) {
            Latencies due = report.fromIntended();
            figures.add(
                    isOpenLoop() ? Optional.of(latency("99 % from when due", due.percentile99())) : Optional.empty());
            figures.add(isOpenLoop() ? Optional.of(latency("longest from when due", due.longest())) : Optional.empty());
        }
        return new FigureTable.Row(phase.label(), figures);
    }

    private static List<Optional<Figure>> latencies(Latencies latencies) {
        return List.of(
                Optional.of(latency("50 %", latencies.median())),
                Optional.of(latency("99 %", latencies.percentile99())),
                Optional.of(latency("99.9 %", latencies.percentile999())),
                Optional.of(latency("longest", latencies.longest())));
    }

    private static Figure latency(String what, long micros) {
        return Figure.millis(what, micros / MICROS_A_MILLI);
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
