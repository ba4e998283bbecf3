package sosad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.message.Live;
import sosad.message.Report.Sent;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Update.Kind;

/** Live mode in virtual time: what is sent when, and what it costs. */
class LiveModeTest {
    private static final Live LIVE = Live.since(0);

    private static Rules rules(Content content, Schedule schedule) {
        return new Rules(content, Timestamps.PER_KEY, schedule, 1);
    }

    private static VirtualCluster cluster(Content content) {
        return new VirtualCluster(1, 3, rules(content, Schedule.TOGETHER), LIVE);
    }

    private static boolean has(VirtualCluster cluster, String node, String key) {
        return cluster.node(node).replica().entry(new Key(key)).isPresent();
    }

    @Test
    void writesAreCollectedForTheBatchTimeAndThenPushed() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.run(100);
        cluster.write("A", "k1", "v");
        cluster.run(15);
        cluster.write("A", "k2", "v");
        assertThat(has(cluster, "B", "k1")).isFalse();
        cluster.run(6);
        assertThat(has(cluster, "B", "k1")).isTrue();
        assertThat(has(cluster, "C", "k2")).isTrue();
        assertThat(cluster.delivered).hasSize(2);
    }

    @Test
    void receiptsLeaveWithinFiftyMilliseconds() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.write("A", "k", "v");
        cluster.run(20 + 1 + 50);
        assertThat(cluster.delivered)
                .filteredOn(message -> message.update().to().equals(new NodeId("A")))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.update().receipts()).hasSize(1));
    }

    @Test
    void withoutLossEveryEntryGoesToEachPeerAboutOnce() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        int writes = 10_000;
        for (int i = 0; i < writes; i++) {
            cluster.write("A", "k" + i, "v");
            if (i % 10 == 0) {
                cluster.run(1);
            }
        }
        cluster.run(10_000);
        assertThat(cluster.haveConverged()).isTrue();
        assertThat(cluster.entriesSent / (writes * 2.0)).isLessThanOrEqualTo(1.2);
    }

    @Test
    void aReceiptThatOvertakesItsEntryCountsWhenTheEntryComes() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.slow("A", "C", 200);
        int writes = 1_000;
        for (int i = 0; i < writes; i++) {
            cluster.write("A", "k" + i, "v");
            cluster.run(1);
        }
        cluster.run(10_000);
        assertThat(cluster.haveConverged()).isTrue();
        assertThat(cluster.entriesSent).isEqualTo(2L * writes);
    }

    @Test
    void whatTheFirstSyncBringsInsteadOfAPushGoesToEachPeerOnceToo() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.open("B", false);
        cluster.open("C", false);
        for (int i = 0; i < 1_000; i++) {
            cluster.write("A", "k" + i, "v");
        }
        cluster.run(100);
        cluster.open("B", true);
        cluster.open("C", true);
        cluster.run(10_000);
        assertThat(cluster.haveConverged()).isTrue();
        assertThat(cluster.entriesSent / 2_000.0).isLessThanOrEqualTo(1.2);
    }

    @Test
    void aLostPushIsHealedByTheSyncsUnderPerKey() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.lose(message -> message.to().equals(new NodeId("C")));
        cluster.write("A", "k", "v");
        cluster.run(100);
        cluster.lose(message -> false);
        assertThat(has(cluster, "C", "k")).isFalse();
        cluster.run(3L * LIVE.syncMillis());
        assertThat(has(cluster, "C", "k")).isTrue();
    }

    @Test
    void aLostPushStaysLostUnderRemoteNow() {
        VirtualCluster cluster = new VirtualCluster(1, 2, rules(Content.REMOTE_NOW, Schedule.TOGETHER), LIVE);
        cluster.lose(message -> true);
        cluster.write("A", "k1", "v");
        cluster.run(50);
        cluster.lose(message -> false);
        cluster.write("B", "k2", "v");
        cluster.run(20L * LIVE.syncMillis());
        assertThat(has(cluster, "A", "k2")).isTrue();
        assertThat(has(cluster, "B", "k1")).isFalse();
    }

    @Property(tries = 30, seed = "11")
    void underPerKeyALiveClusterConvergesOnceTheNetworkIsWhole(@ForAll long seed) {
        Schedule schedule = seed % 2 == 0 ? Schedule.TOGETHER : Schedule.ROLLING;
        VirtualCluster cluster = new VirtualCluster(seed, 4, rules(Content.PER_KEY, schedule), LIVE);
        cluster.loseAtRandom(0.3);
        List<String> nodes = List.of("A", "B", "C", "D");
        for (int i = 0; i < 400; i++) {
            cluster.write(nodes.get(i % 4), "k" + (i * 7) % 60, "v" + i);
            cluster.run(i % 13);
        }
        cluster.loseAtRandom(0);
        cluster.run(10L * LIVE.syncMillis());
        assertThat(cluster.haveConverged()).isTrue();
    }

    @Test
    void aPeerThatWasAwayIsSentOnlyWhatItLacks() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        for (int i = 0; i < 5_000; i++) {
            cluster.write("A", "k" + i, "v");
        }
        cluster.run(10_000);
        cluster.open("C", false);
        for (int i = 0; i < 100; i++) {
            cluster.write("A", "k" + i, "w");
        }
        cluster.run(10_000);
        long before = cluster.entriesSent;
        cluster.open("C", true);
        cluster.run(10_000);
        assertThat(cluster.haveConverged()).isTrue();
        assertThat(cluster.entriesSent - before).isBetween(100L, 300L);
    }

    @Test
    void aLargeSyncGoesInSlicesThatWaitForReceipts() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.open("C", false);
        for (int i = 0; i < 20_000; i++) {
            cluster.write("A", "k" + i, "v");
        }
        cluster.run(5_000);
        cluster.delivered.clear();
        cluster.open("C", true);
        cluster.lose(message -> message.from().equals(new NodeId("C")));
        cluster.run(4_000);
        assertThat(changesPerMessageTo(cluster, "C")).allMatch(changes -> changes < 5_000);
        long entries =
                changesPerMessageTo(cluster, "C").stream().mapToInt(n -> n).sum();
        assertThat(entries).as("a silent peer gets a slice a round from each").isLessThan(40_000);
        cluster.lose(message -> false);
        cluster.run(4_000);
        assertThat(cluster.haveConverged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void receiptsForAPeerThatWasAwayGoInSlicesByThemselvesAndWithSyncs(boolean withSyncsAlone) {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.open("C", false);
        for (int i = 0; i < 30_000; i++) {
            cluster.write("A", "k" + i, "v");
        }
        cluster.run(5_000);
        Replica b = cluster.node("B").replica();
        NodeId c = new NodeId("C");
        assertThat(b.owedReceipts(c)).isEqualTo(30_000);
        cluster.lose(message -> withSyncsAlone && message.to().equals(b.id()));
        cluster.run(100);
        cluster.open("C", true);
        for (int millis = 0; b.owedReceipts(c) > 0; millis++) {
            assertThat(millis)
                    .as("milliseconds until all have left")
                    .isLessThan((withSyncsAlone ? 20 : 2) * LIVE.syncMillis());
            int owed = b.owedReceipts(c);
            cluster.run(1);
            assertThat(owed - b.owedReceipts(c)).as("in one turn").isLessThan(10_000);
        }
        assertThat(cluster.delivered)
                .allSatisfy(message -> assertThat(message.update().receipts()).hasSizeLessThan(10_000));
    }

    @Test
    void whatIsOwedToAPeerThatWasAwayIsPushedInSlices() {
        VirtualCluster cluster = cluster(Content.REMOTE_NOW);
        cluster.open("C", false);
        for (int i = 0; i < 50; i++) {
            cluster.write("A", "k" + i, "x".repeat(60_000));
        }
        cluster.run(1_500);
        cluster.open("C", true);
        cluster.run(400);
        assertThat(cluster.node("C").replica().size()).isEqualTo(50);
        assertThat(cluster.node("A").replica().owedPushes(new NodeId("C"))).isZero();
        assertThat(changesPerMessageTo(cluster, "C")).isNotEmpty().allMatch(changes -> changes <= 5);
    }

    private static List<Integer> changesPerMessageTo(VirtualCluster cluster, String node) {
        List<Integer> sizes = new ArrayList<>();
        cluster.delivered.stream()
                .filter(message -> message.update().to().equals(new NodeId(node)))
                .forEach(message -> sizes.add(message.update().changes().size()));
        return sizes;
    }

    @Test
    void underRollingEachSyncGoesToOnePeerAndNodesTakeTurns() {
        VirtualCluster cluster = new VirtualCluster(1, 3, rules(Content.PER_KEY, Schedule.ROLLING), LIVE);
        cluster.run(10L * LIVE.syncMillis());
        for (String node : List.of("A", "B", "C")) {
            List<String> route = cluster.delivered.stream()
                    .filter(message -> message.update().kind() == Kind.SYNC)
                    .filter(message -> message.update().from().name().equals(node))
                    .map(message -> message.update().to().name())
                    .limit(4)
                    .toList();
            List<String> expected =
                    switch (node) {
                        case "A" -> List.of("B", "C", "B", "C");
                        case "B" -> List.of("C", "A", "C", "A");
                        default -> List.of("A", "B", "A", "B");
                    };
            assertThat(route).isEqualTo(expected);
        }
    }

    @Test
    void aFrozenNodeDoesNothingAndItsClockStands() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        cluster.run(100);
        cluster.node("A").freeze();
        cluster.node("A").put(new Key("k"), sosad.model.Value.of("v"), "test");
        cluster.run(5_000);
        assertThat(has(cluster, "B", "k")).isFalse();
        assertThat(cluster.node("A").clock().now()).isEqualTo(100);
        cluster.node("A").goLive(LIVE);
        cluster.run(100);
        assertThat(has(cluster, "B", "k")).isTrue();
    }

    @Test
    void aNodeKnowsTheLastMessageThatItHasSentToEachPeer() {
        VirtualCluster cluster = cluster(Content.PER_KEY);
        assertThat(cluster.node("A").lastSent()).isEmpty();
        cluster.write("A", "k", "v");
        cluster.run(5_000);
        cluster.node("A").freeze();
        cluster.run(100);
        assertThat(cluster.node("A").lastSent())
                .containsExactly(lastDelivered(cluster, "A", "B"), lastDelivered(cluster, "A", "C"));
    }

    private static Sent lastDelivered(VirtualCluster cluster, String from, String to) {
        return cluster.delivered.stream()
                .filter(message -> message.update().from().name().equals(from)
                        && message.update().to().name().equals(to))
                .map(message -> new Sent(message.update().to(), message.id()))
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
