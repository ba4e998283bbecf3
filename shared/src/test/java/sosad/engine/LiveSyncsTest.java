package sosad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Update.Kind;

/** Live syncs in virtual time: they go on, whatever is written, lost or too large for one message. */
class LiveSyncsTest {
    private static final Live LIVE = Live.since(0);
    private static final String LARGE = "x".repeat(60_000);
    private static final List<String> NODES = List.of("A", "B", "C");

    private static VirtualCluster cluster(long seed, Content content, Schedule schedule) {
        return new VirtualCluster(seed, 3, new Rules(content, Timestamps.PER_KEY, schedule, 1), LIVE);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void everyLinkWithSomethingToSayCarriesASyncInEveryTwoIntervals(
            @ForAll Content content, @ForAll Schedule schedule, @ForAll boolean writes) {
        int seed = 100 * content.ordinal() + 10 * schedule.ordinal() + (writes ? 1 : 0);
        VirtualCluster cluster = cluster(seed, content, schedule);
        cluster.loseAtRandom(0.2);
        Random chance = new Random(seed);
        Map<String, Long> silentSince = new TreeMap<>();
        cluster.run(10);
        NODES.forEach(node -> cluster.write(node, "first-of-" + node, "v"));
        for (int quarter = 0; quarter < 4 * 1_000; quarter++) {
            if (writes) {
                cluster.write(NODES.get(chance.nextInt(3)), "k" + chance.nextInt(20), "v" + quarter);
            }
            if (silentSince.size() < 6) {
                noteThoseWithSomethingToSay(cluster, silentSince);
            }
            cluster.run(LIVE.syncMillis() / 4);
        }
        assertThat(silentSince).hasSize(6);
        silentSince.forEach((link, since) -> assertThat(longestSilence(cluster, link, since))
                .as("the longest silence of %s in ms", link)
                .isLessThanOrEqualTo(2L * LIVE.syncMillis()));
    }

    private static void noteThoseWithSomethingToSay(VirtualCluster cluster, Map<String, Long> since) {
        for (String from : NODES) {
            Replica replica = cluster.node(from).replica();
            for (NodeId to : replica.peers()) {
                if (hasSomethingToSay(replica, to)) {
                    since.putIfAbsent(from + ">" + to, cluster.now());
                }
            }
        }
    }

    /** Without a crash, who has something to say once always has: a row never rises above all that is held. */
    private static boolean hasSomethingToSay(Replica replica, NodeId to) {
        long offeredFrom =
                switch (replica.rules().content()) {
                    case REMOTE_NOW -> replica.row(to).now();
                    case REMOTE_PREV -> replica.row(to).prev();
                    default -> Long.MIN_VALUE;
                };
        return replica.entries().stream().anyMatch(entry -> entry.timestamp() >= offeredFrom);
    }

    private static long longestSilence(VirtualCluster cluster, String link, long since) {
        long longest = 0;
        long last = since;
        for (long sync : cluster.syncs.getOrDefault(link, List.of())) {
            longest = Math.max(longest, sync - last);
            last = sync;
        }
        return Math.max(longest, cluster.now() - last);
    }

    @Property(tries = 40, seed = "12")
    void underFullALiveClusterConvergesWhateverWasLost(@ForAll long seed, @ForAll Schedule schedule) {
        VirtualCluster cluster = cluster(seed, Content.FULL, schedule);
        cluster.loseAtRandom(0.4);
        Random chance = new Random(seed);
        for (int i = 0; i < 300; i++) {
            cluster.write(NODES.get(chance.nextInt(3)), "k" + chance.nextInt(60), "v" + i);
            cluster.run(chance.nextInt(40));
        }
        cluster.loseAtRandom(0);
        cluster.run(3L * LIVE.syncMillis());
        assertThat(cluster.haveConverged()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Content.class,
            names = {"REMOTE_NOW", "REMOTE_PREV", "FULL"})
    void aSyncInSlicesEndsThoughMoreIsWrittenMeanwhileThanASliceHolds(Content content) {
        Live often = new Live(ClockKind.HYBRID, 0, 0, 1_000, 20, 500);
        VirtualCluster cluster =
                new VirtualCluster(1, 2, new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1), often);
        for (int millis = 0; millis < 5 * often.syncMillis(); millis++) {
            for (int i = 0; i < 5; i++) {
                cluster.write("A", "k" + (millis * 5 + i) % 20, LARGE);
            }
            cluster.run(1);
        }
        assertThat(longestSilence(cluster, "A>B", 0)).isLessThanOrEqualTo(2L * often.syncMillis());
    }

    @Test
    void underPerKeyALostSliceIsOfferedAgainThoughEveryRoundTakesSeveralSlices() {
        VirtualCluster cluster =
                new VirtualCluster(1, 2, new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1), LIVE);
        int aRound = 50;
        cluster.lose(
                message -> message.from().name().equals("A") && (isPush(message) || isWithin(cluster, 4_001, 4_999)));
        for (int i = 0; i < 15 * aRound; i++) {
            cluster.write("A", "k" + i, "x".repeat(10_000));
            cluster.run(LIVE.syncMillis() / aRound);
        }
        for (int i = 0; i < 10 * aRound; i++) {
            assertThat(cluster.node("B").replica().entry(new Key("k" + i)))
                    .as("write %d", i)
                    .isPresent();
        }
    }

    private static boolean isPush(NodeMessage message) {
        return message instanceof PeerMessage update && update.update().kind() == Kind.PUSH;
    }

    private static boolean isWithin(VirtualCluster cluster, long fromMillis, long toMillis) {
        return cluster.now() >= fromMillis && cluster.now() <= toMillis;
    }

    @Test
    void aNodeThatWasFrozenAmidASyncBeginsAnotherWhenItIsLiveAgain() {
        VirtualCluster cluster = cluster(1, Content.FULL, Schedule.TOGETHER);
        for (int i = 0; i < 20; i++) {
            cluster.write("A", "k" + i, LARGE);
        }
        cluster.run(LIVE.syncMillis() + 1);
        assertThat(cluster.syncs).as("the sync has not come to its last slice").doesNotContainKey("A>B");
        cluster.node("A").freeze();
        cluster.run(100);
        cluster.node("A").goLive(LIVE);
        cluster.run(LIVE.syncMillis() + 100);
        assertThat(cluster.syncs.get("A>B")).hasSize(1);
    }
}
