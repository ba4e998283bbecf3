package sosad.app.check.nemesis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import sosad.app.check.Series;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** Lines over time, from a log of operations. */
final class LogSeries {
    private static final int POINTS = 100;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final OperationLog log;
    private final long binNanos;

    LogSeries(OperationLog log) {
        this.log = log;
        this.binNanos = Math.max(1, end(log) / POINTS + 1);
    }

    /** Returns when the last operation was over. */
    static long end(OperationLog log) {
        long end = 0;
        for (int i = 0; i < log.size(); i++) {
            end = Math.max(end, log.completedNanos(i));
        }
        return end;
    }

    /**
     * Returns the answers per second of each server and gateway, and the requests that were refused or not answered.
     */
    List<Series> throughput() {
        List<Series> lines = new ArrayList<>();
        List<NodeId> servers = log.servers();
        for (int server = 0; server < servers.size(); server++) {
            int number = server;
            lines.add(line(
                    "Answers",
                    servers.get(server).name(),
                    "answers/s",
                    i -> log.server(i) == number && log.outcome(i) == OperationOutcome.OK));
        }
        lines.add(line("Requests without an answer", "all", "requests/s", i -> log.outcome(i) != OperationOutcome.OK));
        return lines;
    }

    private Series line(String chart, String name, String unit, IntPredicate counts) {
        int[] bins = new int[POINTS];
        for (int i = 0; i < log.size(); i++) {
            if (counts.test(i)) {
                bins[(int) Math.min(POINTS - 1, log.completedNanos(i) / binNanos)]++;
            }
        }
        List<Series.Point> points = new ArrayList<>();
        for (int bin = 0; bin < POINTS; bin++) {
            points.add(new Series.Point(
                    (bin + 0.5) * binNanos / NANOS_PER_SECOND, bins[bin] * NANOS_PER_SECOND / binNanos));
        }
        return new Series(chart, name, "time, s", unit, points);
    }
}
