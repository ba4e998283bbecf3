package sosad.app.lab.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import sosad.app.fabric.PassedMessages;
import sosad.app.history.Snapshot;
import sosad.app.load.ThinnedLog;
import sosad.app.measure.RunMeter;
import sosad.app.measure.RunSample;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/**
 * Measures a live run: what its clients are served, how far its nodes lag, what the network carries. Its memory is
 * bounded, however long the run is. It is added to on the lab's thread; others may read it at any time.
 */
public final class LiveMeasurements {
    /** The most operations that are kept, beside those of a few seconds: about 20 MB. */
    static final int MAX_OPERATIONS = 500_000;

    private final RunMeter meter = new RunMeter();
    private final ThinnedLog operations;
    private final LagWatch lags = new LagWatch();
    private volatile Map<FrameKind, PassedMessages> passed = new EnumMap<>(FrameKind.class);
    private long countedOperations;
    private long untilMillis;

    /** @param beganNanos when the run began, by {@link System#nanoTime} */
    public LiveMeasurements(long beganNanos) {
        operations = new ThinnedLog(beganNanos, MAX_OPERATIONS);
    }

    /** Returns what was measured, over time. */
    public RunMeter meter() {
        return meter;
    }

    /** Returns the operations of the clients. */
    public ThinnedLog operations() {
        return operations;
    }

    /** Returns all messages that have passed so far. */
    public PassedMessages passed() {
        return passed.values().stream().reduce(PassedMessages.NONE, PassedMessages::plus);
    }

    /**
     * Notes what a look has shown.
     *
     * @param differ on how many keys the nodes differ; empty: not compared
     * @param nowPassed the messages that have passed so far
     */
    public void note(Snapshot snapshot, OptionalInt differ, Map<FrameKind, PassedMessages> nowPassed, long nowMillis) {
        if (nowMillis <= untilMillis) {
            return; // two looks within a millisecond
        }
        RunSample sample = new RunSample(untilMillis, nowMillis);
        ThinnedLog.Kept kept = operations.kept();
        int fresh = (int) Math.min(kept.size(), kept.added() - countedOperations);
        sample.count(kept.log(), kept.size() - fresh, kept.size());
        countedOperations = kept.added();
        if (differ.isPresent()) {
            Map<NodeId, Long> lag = lags.look(snapshot, differ.getAsInt() == 0, nowMillis);
            lag.forEach(sample::lag);
        }
        nowPassed.forEach((kind, messages) -> {
            PassedMessages before = passed.getOrDefault(kind, PassedMessages.NONE);
            sample.passed(kind, messages.count() - before.count(), messages.bytes() - before.bytes());
        });
        passed = nowPassed;
        untilMillis = nowMillis;
        meter.add(sample);
        operations.thin();
    }
}
