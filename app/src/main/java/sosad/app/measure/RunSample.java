package sosad.app.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.IntCountsHistogram;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/** What was measured within a stretch of time; two of them that follow each other become one. */
public final class RunSample {
    private static final long MAX_MICROS = 120_000_000;
    private static final int DIGITS = 2;

    private final IntCountsHistogram micros = new IntCountsHistogram(MAX_MICROS, DIGITS);
    private final Map<NodeId, Long> lagMillis = new TreeMap<>();
    private final Map<FrameKind, Long> messages = new HashMap<>();
    private final Map<FrameKind, Long> bytes = new HashMap<>();
    private final long fromMillis;
    private long toMillis;
    private long reads;
    private long writes;
    private long failed;
    private long stale;

    /** @param toMillis its end, after its beginning */
    public RunSample(long fromMillis, long toMillis) {
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
    }

    /** Counts operations of a log, from one number to another. */
    public void count(OperationLog log, int from, int to) {
        for (int i = from; i < to; i++) {
            if (log.outcome(i) != OperationOutcome.OK) {
                failed++;
                continue;
            }
            boolean isRead = log.kind(i) == OperationKind.READ;
            reads += isRead ? 1 : 0;
            writes += isRead ? 0 : 1;
            stale += log.staleBy(i) > 0 ? 1 : 0;
            micros.recordValue(Math.min(MAX_MICROS, (log.completedNanos(i) - log.invokedNanos(i)) / 1_000));
        }
    }

    /** A node has lacked something for so long. */
    public void lag(NodeId node, long millis) {
        lagMillis.merge(node, millis, Math::max);
    }

    /** So many messages of a kind have passed. */
    public void passed(FrameKind kind, long count, long size) {
        messages.merge(kind, count, Long::sum);
        bytes.merge(kind, size, Long::sum);
    }

    /** Adds what was measured in the time that follows; of lags the longest counts. */
    public void add(RunSample next) {
        toMillis = next.toMillis;
        reads += next.reads;
        writes += next.writes;
        failed += next.failed;
        stale += next.stale;
        micros.add(next.micros);
        next.lagMillis.forEach(this::lag);
        next.messages.forEach((kind, count) -> passed(kind, count, next.bytes.getOrDefault(kind, 0L)));
    }

    /** Returns a copy to which nothing is added. */
    RunSample copy() {
        RunSample copy = new RunSample(fromMillis, fromMillis);
        copy.add(this);
        return copy;
    }

    /** Returns its middle. */
    double seconds() {
        return (fromMillis + toMillis) / 2_000.0;
    }

    long toMillis() {
        return toMillis;
    }

    long millis() {
        return Math.max(1, toMillis - fromMillis);
    }

    double perSecond(long count) {
        return 1_000.0 * count / millis();
    }

    long reads() {
        return reads;
    }

    long writes() {
        return writes;
    }

    long failed() {
        return failed;
    }

    long stale() {
        return stale;
    }

    /** Returns whether there was an answer. */
    boolean isServed() {
        return micros.getTotalCount() > 0;
    }

    /** Returns a percentile of the latencies; 100 for the longest. */
    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    Map<NodeId, Long> lagMillis() {
        return lagMillis;
    }

    Map<FrameKind, Long> messages() {
        return messages;
    }

    Map<FrameKind, Long> bytes() {
        return bytes;
    }
}
