package sosad.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.compare.WriteTracker.Lags;
import sosad.app.compare.WriteTracker.Lost;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

class WriteTrackerTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Key K = new Key("k");
    private static final Version FIRST = new Version(10, A, 1, 1);
    private static final Version SECOND = new Version(20, A, 1, 2);

    private final WriteTracker tracker = new WriteTracker(List.of(A, B, C));

    @Test
    void theLagOfAWriteEndsWhenTheLastNodeHoldsItOrSomethingNewer() {
        tracker.acknowledged(A, K, FIRST, 100);
        tracker.holds(B, K, FIRST, 120);
        tracker.acknowledged(A, K, SECOND, 130);
        tracker.holds(C, K, SECOND, 150);
        tracker.holds(B, K, SECOND, 170);

        assertThat(tracker.lags()).isEqualTo(new Lags(40, 50, 50, 0));
    }

    @Test
    void aWriteThatHasNotComeEverywhereIsInNoLag() {
        tracker.acknowledged(A, K, FIRST, 100);
        tracker.holds(B, K, FIRST, 120);

        assertThat(tracker.lags()).isEqualTo(new Lags(0, 0, 0, 1));
    }

    @Test
    void aReadIsStaleByTheWritesThatItMissed() {
        tracker.acknowledged(A, K, FIRST, 100);
        tracker.acknowledged(A, K, SECOND, 110);
        tracker.read(K, Optional.of(SECOND));
        assertThat(tracker.staleReads()).isZero();

        tracker.read(K, Optional.of(FIRST));
        tracker.read(K, Optional.empty());

        assertThat(tracker.staleReads()).isEqualTo(2);
        assertThat(tracker.worstStaleBy()).isEqualTo(2);
        assertThat(tracker.reads()).isEqualTo(3);
    }

    @Test
    void nothingIsStaleWhereNothingWasWritten() {
        tracker.read(K, Optional.empty());

        assertThat(tracker.staleReads()).isZero();
    }

    @Test
    void anEntryIsLostIfANodeLacksItAndGoneIfAllDo() {
        Key gone = new Key("gone");
        tracker.acknowledged(A, K, FIRST, 100);
        tracker.acknowledged(B, gone, new Version(11, B, 1, 1), 100);
        Map<NodeId, Map<Key, Version>> held =
                Map.of(A, Map.of(K, FIRST), B, Map.of(K, FIRST), C, Map.<Key, Version>of());

        Lost lost =
                tracker.lost((node, key) -> Optional.ofNullable(held.get(node).get(key)));

        assertThat(lost).isEqualTo(new Lost(2, 1));
    }

    @Test
    void aStampedEntryIsStillTheWriteItComesFrom() {
        tracker.acknowledged(A, K, FIRST, 100);
        tracker.holds(B, K, FIRST.stamped(15), 121);
        tracker.holds(C, K, FIRST.stamped(15), 121);

        assertThat(tracker.lags().max()).isEqualTo(21);
        assertThat(tracker.lost((node, key) -> Optional.of(FIRST.stamped(15)))).isEqualTo(new Lost(0, 0));
    }
}
