package sosad.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.fault.LinkFault;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/** The least possible, computed by hand. */
class IdealClusterTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final CompareSettings THREE_NODES =
            new CompareSettings(3, 10, 10, Duration.ofSeconds(2), 0, Optional.empty(), StoreKind.MEMORY);

    private final SimNetwork network = new SimNetwork(1, 0);
    private final IdealCluster cluster =
            new IdealCluster(THREE_NODES, network, new WriteTracker(THREE_NODES.nodeIds()));
    private long now;
    private int writes;

    private void passTo(long millis) {
        while (now < millis) {
            cluster.tick(++now);
        }
    }

    private void write(long atMillis, NodeId node, String key) {
        passTo(atMillis);
        cluster.write(new PlannedRequest(atMillis, node, new Key(key), ++writes));
    }

    private long leastBy(long millis) {
        passTo(millis);
        return cluster.entries();
    }

    @Test
    void aWriteGoesOnceToEachOtherNode() {
        write(30, A, "k1");

        assertThat(leastBy(2_500)).isEqualTo(2);
    }

    @Test
    void whatIsOverwrittenBeforeItsPushIsNeverSent() {
        write(30, A, "k1");
        write(40, A, "k1");
        write(49, A, "k1");

        assertThat(leastBy(2_500)).isEqualTo(2);
    }

    @Test
    void whatIsOverwrittenAfterItsPushIsSentAgain() {
        write(30, A, "k1");
        write(60, B, "k1");

        assertThat(leastBy(2_500)).isEqualTo(4);
    }

    @Test
    void nobodyIsSentWhatIsOlderThanWhatItHolds() {
        write(30, A, "k1"); // pushed at 50, when B holds something newer: to C alone
        write(40, B, "k1"); // pushed at 60, to A and C

        assertThat(leastBy(2_500)).isEqualTo(3);
    }

    @Test
    void aSyncSendsNothingThatIsAboutToBePushed() {
        write(990, A, "k1"); // the sync at 1,000 comes before its push at 1,010
        write(1_005, A, "k1");

        assertThat(leastBy(2_500)).isEqualTo(2);
    }

    @Test
    void aNodeThatCameBackEmptyLacksEverythingOnce() {
        write(30, A, "k1");
        write(30, B, "k2");
        passTo(500);
        cluster.stop(C, false);
        write(510, A, "k1"); // to B alone
        write(520, A, "k3"); // to B alone
        passTo(700);
        cluster.start(C, false);

        assertThat(leastBy(2_500)).isEqualTo(4 + 1 + 1 + 3);
    }

    @Test
    void overACutLinkAnEntryComesByAnotherNode() {
        for (Link cut : List.of(new Link(A, B), new Link(B, A))) {
            network.inject(cut, new LinkFault.Cut());
        }
        write(30, A, "k1"); // to C, and from there at the next sync to B

        assertThat(leastBy(999)).isEqualTo(1);
        assertThat(leastBy(2_500)).isEqualTo(2);
    }
}
