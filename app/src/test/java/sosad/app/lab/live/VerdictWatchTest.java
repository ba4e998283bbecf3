package sosad.app.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.cluster.CoreState;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.FakeLiveCluster;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.testing.Snapshots;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Row;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;

/** Nothing is said of a cluster that its nodes' present state does not show. */
@Timeout(30)
class VerdictWatchTest {
    private static final NodeId A = FakeLiveCluster.A;
    private static final NodeId B = FakeLiveCluster.B;
    private static final NodeId C = FakeLiveCluster.C;
    private static final Entry OLD = new Entry(new Key("old"), Optional.of(Value.of("v")), new Version(2, A, 1, 1));
    private static final Entry NEW = new Entry(new Key("new"), Optional.of(Value.of("v")), new Version(3, B, 2, 1));
    private static final LinkCounts PASSED = new LinkCounts(5, 5, 0, 0, 0);
    private static final LinkCounts ONE_UNDER_WAY = new LinkCounts(6, 5, 0, 0, 0);
    private static final Link A_TO_B = new Link(A, B);

    private final FakeLiveCluster cluster = new FakeLiveCluster();
    private final VerdictWatch watch =
            new VerdictWatch(cluster, new Rules(Content.REMOTE_NOW, Timestamps.PER_KEY, Schedule.TOGETHER, 1));
    private Map<Link, LinkCounts> counts = Map.of(A_TO_B, PASSED);
    private long now;

    @AfterEach
    void close() {
        watch.close();
    }

    private static NodeState node(NodeId id, Status status, Entry... entries) {
        return new NodeState(id, status, 1, OptionalInt.of(1), 0, new TreeMap<>(), List.of(entries));
    }

    private static Snapshot snapshot(NodeState... nodes) {
        return Snapshots.of(
                1,
                1,
                0,
                1,
                Phase.LIVE,
                new RunEvent.StepDone(),
                List.of(nodes),
                List.of(),
                List.of(),
                List.of(),
                java.util.Set.of(),
                List.of(),
                true);
    }

    /** A holds what B and C lack, and has heard of both later, so that the rule offers it no more. */
    private Snapshot lost() {
        Row later = new Row(3, 3, 3);
        holds(A, Map.of(B, new SavedPeer(later, 2), C, new SavedPeer(later, 3)), OLD, NEW);
        holds(B, Map.of(A, new SavedPeer(Row.start(1), 1), C, new SavedPeer(later, 3)), NEW);
        holds(C, Map.of(A, new SavedPeer(Row.start(1), 1), B, new SavedPeer(later, 2)), NEW);
        return snapshot(node(A, Status.UP, OLD, NEW), node(B, Status.UP, NEW), node(C, Status.UP, NEW));
    }

    private void holds(NodeId node, Map<NodeId, SavedPeer> peers, Entry... entries) {
        long store = 1 + List.of(A, B, C).indexOf(node);
        cluster.states.put(node, new CoreState(new Saved(store, 1, List.of(entries), peers), 0));
    }

    private Verdict look(Snapshot snapshot) {
        now += 250;
        return watch.look(snapshot, counts, now);
    }

    /** Looks when the next forecast is due, and again when that is there. */
    private Verdict withForecast(Snapshot snapshot) {
        now += 10_000;
        look(snapshot);
        while (watch.isJudging()) {
            Thread.onSpinWait();
        }
        return look(snapshot);
    }

    @Test
    void nodesThatHoldTheSameAgreeSinceTheyWereFirstSeenTo() {
        Snapshot same = snapshot(node(A, Status.UP, NEW), node(B, Status.UP, NEW), node(C, Status.UP, NEW));
        look(same);
        look(same);
        Verdict verdict = look(same);
        assertThat(verdict.isAgreement()).isTrue();
        assertThat(verdict.entries()).isEqualTo(1);
        assertThat(verdict.forMillis()).isEqualTo(500);
        assertThat(verdict.forecast()).isEmpty();
    }

    @Test
    void thatTheyNeverAgreeIsOnlySaidWhenTheyDifferedInTheSameWayBefore() {
        Snapshot lost = lost();
        assertThat(withForecast(lost).forecast()).contains(new Verdict.Forecast(1, 0, 0, 1));
        assertThat(withForecast(lost).forecast()).contains(new Verdict.Forecast(1, 0, 1, 0));
    }

    @Test
    void andNotWhileAMessageHasBeenUnderWayAllTheTime() {
        counts = Map.of(A_TO_B, ONE_UNDER_WAY);
        Snapshot lost = lost();
        withForecast(lost);
        assertThat(withForecast(lost).forecast()).contains(new Verdict.Forecast(1, 0, 0, 1));
        counts = Map.of(A_TO_B, PASSED);
        assertThat(withForecast(lost).forecast()).contains(new Verdict.Forecast(1, 0, 1, 0));
    }

    @Test
    void whatTheRuleStillOffersWillBeHealed() {
        holds(A, Map.of(B, new SavedPeer(Row.start(1), 2), C, new SavedPeer(Row.start(1), 3)), OLD);
        holds(B, Map.of(A, new SavedPeer(Row.start(1), 1), C, new SavedPeer(Row.start(1), 3)));
        holds(C, Map.of(A, new SavedPeer(Row.start(1), 1), B, new SavedPeer(Row.start(1), 2)));
        Snapshot fresh = snapshot(node(A, Status.UP, OLD), node(B, Status.UP), node(C, Status.UP));
        assertThat(withForecast(fresh).forecast()).contains(new Verdict.Forecast(1, 1, 0, 0));
    }

    @Test
    void nodesThatCannotBeKnownAreLeftOutWithTheReason() {
        Snapshot partly = snapshot(node(A, Status.UP, NEW), node(B, Status.PAUSED), NodeState.dead(C, 0));
        Verdict verdict = look(partly);
        assertThat(verdict.isAgreement()).isTrue();
        assertThat(verdict.without()).containsExactly("B is paused", "C is dead");
    }

    @Test
    void aNodeThatDoesNotTellLeavesTheRestOpenAndIsNamed() {
        Snapshot lost = lost();
        cluster.states.remove(B);
        Verdict verdict = withForecast(lost);
        assertThat(verdict.differ()).hasValue(1);
        assertThat(verdict.forecast()).isEmpty();
        assertThat(verdict.whyNone()).isEqualTo("B did not show its state");
    }

    @Test
    void tooManyEntriesAreNotJudgedAndThatIsSaid() {
        Entry[] many = new Entry[VerdictWatch.MAX_FORECAST];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Entry(new Key("k" + i), Optional.of(Value.of("v")), new Version(2, A, 1, i + 1));
        }
        Verdict verdict = look(snapshot(node(A, Status.UP, many), node(B, Status.UP, NEW)));
        assertThat(verdict.differ()).hasValue(20_001);
        assertThat(verdict.whyNone()).isEqualTo("20,001 entries at all nodes together; at most 20,000 are judged");
    }
}
