package sosad.app.testing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import sosad.app.fabric.PassedMessages;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveLoad;
import sosad.app.lab.live.LiveMeasurements;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.lab.live.LiveTimeline.Band;
import sosad.app.lab.live.LiveTimeline.Lane;
import sosad.app.lab.live.LiveTimeline.Span;
import sosad.app.lab.live.Verdict;
import sosad.app.load.OperationLog;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/** A live run that was measured: the operations of {@link SampleOperations}, with messages and two faults. */
public final class SampleMeasurements {
    private static final long LOOK_MILLIS = 250;

    private SampleMeasurements() {}

    /**
     * Returns the state of a live cluster after so many operations in so many seconds.
     *
     * @param snapshot the nodes, as each look shows them
     */
    public static LiveState live(Snapshot snapshot, int operations, int seconds) {
        LiveMeasurements measurements = new LiveMeasurements(0);
        OperationLog log = SampleOperations.log(operations, seconds);
        int next = 0;
        for (long now = LOOK_MILLIS; now <= seconds * 1_000L; now += LOOK_MILLIS) {
            for (; next < log.size() && log.invokedNanos(next) < now * 1_000_000; next++) {
                measurements.operations().add(log.get(next));
            }
            Map<FrameKind, PassedMessages> passed = new EnumMap<>(FrameKind.class);
            passed.put(FrameKind.PUSH, new PassedMessages(next / 4, next * 60L));
            passed.put(FrameKind.SYNC, new PassedMessages(now / 300, now * 9));
            measurements.note(snapshot, OptionalInt.of(now % 2_000 < 600 ? 1 : 0), passed, now);
        }
        return new LiveState(
                seconds * 1_000L,
                FakeLab.LIVE.faults(),
                FakeLab.LIVE.counts(),
                40,
                FakeLab.LIVE.sample(),
                FakeLab.LIVE.plan(),
                0,
                LiveLoad.NONE,
                Verdict.NONE,
                timeline(seconds * 1_000L),
                Optional.of(measurements));
    }

    private static LiveTimeline timeline(long millis) {
        long from = 44 * millis / 100;
        return new LiveTimeline(
                millis,
                LOOK_MILLIS,
                List.of(),
                List.of(new Band(
                        1,
                        "loss 20 % on all links",
                        false,
                        new Span(70 * millis / 100, OptionalLong.of(85 * millis / 100)))),
                0,
                List.of(
                        new Lane(new NodeId("A"), true, List.of(), List.of(), List.of()),
                        new Lane(
                                new NodeId("B"),
                                true,
                                List.of(from),
                                List.of(new Span(from, OptionalLong.of(55 * millis / 100))),
                                List.of()),
                        new Lane(new NodeId("C"), true, List.of(), List.of(), List.of())));
    }
}
