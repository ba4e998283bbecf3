package sosad.app.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sosad.app.fabric.Sample;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveTimeline.Point;
import sosad.app.lab.live.LiveTimeline.Span;
import sosad.app.testing.Snapshots;
import sosad.model.Link;
import sosad.model.NodeId;

class LiveRecorderTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final LiveRecorder recorder = new LiveRecorder();

    private static Snapshot snapshot(long pid, Status status) {
        NodeState a = status == Status.DEAD
                ? NodeState.dead(A, 0)
                : new NodeState(A, status, pid, OptionalInt.of(1), 0, new TreeMap<>(), List.of());
        return Snapshots.of(
                1,
                1,
                0,
                1,
                Phase.LIVE,
                new RunEvent.StepDone(),
                List.of(a),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                true);
    }

    private static LiveState state(long millis, long writes, int differ, ActiveFault... faults) {
        return new LiveState(
                millis,
                new FaultSnapshot(List.of(faults), Map.of(), Map.of()),
                Map.of(),
                0,
                new Sample.Taken(List.of(), 0),
                Optional.empty(),
                0,
                new LiveLoad(Optional.empty(), writes, 0, 0, Map.of()),
                new Verdict(9, OptionalInt.of(differ), 0, Optional.empty(), "", List.of()),
                LiveTimeline.NONE);
    }

    private LiveTimeline after(Snapshot snapshot, LiveState state) {
        recorder.note(snapshot, state);
        return recorder.timeline(snapshot, state.millis());
    }

    @Test
    void aPointStandsForEachQuarterOfASecondAndALateLookForThoseItMissed() {
        Snapshot up = snapshot(7, Status.UP);
        after(up, state(0, 10, 1));
        LiveTimeline line = after(up, state(750, 30, 2));
        assertThat(line.stepMillis()).isEqualTo(250);
        assertThat(line.points())
                .containsExactly(new Point(10, 1), new Point(30, 2), new Point(30, 2), new Point(30, 2));
    }

    @Test
    void aLongRunIsThinnedAndStaysBounded() {
        Snapshot up = snapshot(7, Status.UP);
        LiveTimeline line = LiveTimeline.NONE;
        for (long millis = 0; millis < 3_600_000; millis += 250) {
            line = after(up, state(millis, millis < 1_800_000 ? 100 : 200, millis == 250_000 ? 5 : 0));
        }
        assertThat(line.points()).hasSizeLessThan(LiveRecorder.MAX_POINTS).hasSizeGreaterThan(200);
        assertThat(line.stepMillis()).isEqualTo(8_000);
        assertThat(line.points().size() * line.stepMillis()).isBetween(3_592_000L, 3_608_000L);
        assertThat(line.points().get(0)).isEqualTo(new Point(100, 0));
        assertThat(line.points()).filteredOn(point -> point.differ() == 5).hasSize(1); // what stood out stays
        assertThat(line.points().get(line.points().size() - 1).operations()).isEqualTo(200);
    }

    @Test
    void aFaultIsABandAndAKillAMarkWithAGap() {
        ActiveFault cut =
                new ActiveFault(1, new Fault.OnLinks(List.of(new Link(A, B)), new LinkFault.Cut()), 100, "by hand");
        ActiveFault kill = new ActiveFault(2, new Fault.OnProcess(A, new ProcessFault.Kill()), 600, "by hand");
        after(snapshot(7, Status.UP), state(250, 0, 0, cut));
        after(snapshot(0, Status.DEAD), state(750, 0, 0, cut, kill));
        LiveTimeline line = after(snapshot(8, Status.UP), state(1_000, 0, 0));
        assertThat(line.bands()).hasSize(1);
        assertThat(line.bands().get(0).span()).isEqualTo(new Span(100, OptionalLong.of(1_000)));
        assertThat(line.bands().get(0).severe()).isTrue();
        assertThat(line.lanes().get(0).kills()).containsExactly(750L);
        assertThat(line.lanes().get(0).gaps()).containsExactly(new Span(750, OptionalLong.of(1_000)));
    }

    @Test
    void aNodeThatCameBackBetweenTwoLooksWasKilledAllTheSame() {
        after(snapshot(7, Status.UP), state(250, 0, 0));
        LiveTimeline line = after(snapshot(8, Status.PAUSED), state(500, 0, 0));
        assertThat(line.lanes().get(0).kills()).containsExactly(500L);
        assertThat(line.lanes().get(0).gaps()).isEmpty();
        assertThat(line.lanes().get(0).pauses()).containsExactly(new Span(500, OptionalLong.empty()));
    }

    @Test
    void theOldestOfVeryManyFaultsAreForgottenAndCounted() {
        LiveTimeline line = LiveTimeline.NONE;
        for (int i = 1; i <= LiveRecorder.MAX_SPANS + 3; i++) {
            line = after(
                    snapshot(7, Status.UP),
                    state(
                            250L * i,
                            0,
                            0,
                            new ActiveFault(
                                    i,
                                    new Fault.OnLinks(List.of(new Link(A, B)), new LinkFault.Loss(0.2)),
                                    250L * i,
                                    "")));
        }
        assertThat(line.bands()).hasSize(LiveRecorder.MAX_SPANS);
        assertThat(line.forgotten()).isEqualTo(3);
        assertThat(line.bands().get(0).severe()).isFalse();
    }
}
