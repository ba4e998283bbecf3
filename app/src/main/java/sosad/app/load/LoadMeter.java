package sosad.app.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts and times the replies of a load. */
final class LoadMeter {
    private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final int DIGITS_IN_INTERVALS = 2;
    private static final int MAX_PROBLEMS = 32;
    private static final String OTHER_PROBLEMS = "other problems";

    private final long beginNanos;
    private final Map<String, Long> problems = new HashMap<>();
    private final Histogram fromSending = new Histogram(MAX_MICROS, DIGITS);
    private final Histogram fromIntended = new Histogram(MAX_MICROS, DIGITS);
    private final Histogram ownDelay = new Histogram(MAX_MICROS, DIGITS);
    private final Histogram inInterval = new Histogram(MAX_MICROS, DIGITS_IN_INTERVALS);
    private final List<LoadInterval> intervals = new ArrayList<>();
    private long sent;
    private long reads;
    private long empty;
    private long writes;
    private long deletes;
    private long refused;
    private long unanswered;
    private long foreign;
    private long servedInInterval;
    private long failedInInterval;
    private long lastNanos;

    /** @param beginNanos when the load begins, by {@link System#nanoTime} */
    LoadMeter(long beginNanos) {
        this.beginNanos = beginNanos;
        this.lastNanos = beginNanos;
    }

    /** @param delayNanos how long after it could have gone */
    synchronized void sent(long delayNanos) {
        sent++;
        ownDelay.recordValue(micros(delayNanos));
    }

    synchronized void completed(LoadRequest request, LoadReply reply) {
        closeIntervals(reply.completedNanos);
        lastNanos = reply.completedNanos;
        switch (reply.outcome) {
            case OK -> served(request, reply);
            case REFUSED -> refused++;
            case UNANSWERED -> unanswered++;
        }
        failedInInterval += reply.outcome == OperationOutcome.OK ? 0 : 1;
        if (!reply.problem.isEmpty()) {
            note(reply.problem);
        }
    }

    private void served(LoadRequest request, LoadReply reply) {
        switch (request.kind) {
            case READ -> read(reply);
            case WRITE -> writes++;
            case DELETE -> deletes++;
        }
        long micros = micros(reply.completedNanos - request.invokedNanos);
        fromSending.recordValue(micros);
        fromIntended.recordValue(micros(reply.completedNanos - request.intendedNanos));
        inInterval.recordValue(micros);
        servedInInterval++;
    }

    private void read(LoadReply reply) {
        reads++;
        empty += reply.version == Operation.NOTHING ? 1 : 0;
        foreign += reply.version == Operation.FOREIGN ? 1 : 0;
    }

    synchronized void couldNotConnect(String why) {
        note(why);
    }

    private void note(String problem) {
        boolean isKnown = problems.containsKey(problem) || problems.size() < MAX_PROBLEMS;
        problems.merge(isKnown ? problem : OTHER_PROBLEMS, 1L, Long::sum);
    }

    private static long micros(long nanos) {
        return Math.min(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)), MAX_MICROS);
    }

    /** Closes the intervals that are over at this time. */
    private void closeIntervals(long nanos) {
        long current = TimeUnit.NANOSECONDS.toMillis(nanos - beginNanos) / LoadInterval.MILLIS;
        while (intervals.size() < current) {
            intervals.add(new LoadInterval(
                    (long) intervals.size() * LoadInterval.MILLIS,
                    servedInInterval,
                    failedInInterval,
                    inInterval.getValueAtPercentile(50),
                    inInterval.getValueAtPercentile(99),
                    inInterval.getMaxValue()));
            inInterval.reset();
            servedInInterval = 0;
            failedInInterval = 0;
        }
    }

    /** Returns when the last request was over, by {@link System#nanoTime}. */
    synchronized long lastNanos() {
        return lastNanos;
    }

    synchronized LoadCounts counts() {
        return new LoadCounts(sent, reads, empty, writes, deletes, refused, unanswered, foreign, problems);
    }

    /**
     * Returns what came out.
     *
     * @param endNanos when the load ended, by {@link System#nanoTime}
     * @param due how many requests should have been sent until then
     * @param cpuNanos the processor time that the clients took
     */
    synchronized LoadReport report(long endNanos, long due, long cpuNanos) {
        closeIntervals(endNanos);
        return new LoadReport(
                counts(),
                endNanos - beginNanos,
                due,
                Latencies.of(fromSending),
                Latencies.of(fromIntended),
                Latencies.of(ownDelay),
                intervals,
                cpuNanos);
    }
}
