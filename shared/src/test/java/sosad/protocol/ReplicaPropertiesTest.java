package sosad.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** What holds in every run, whatever the network and crashes do. A failure prints its seed and its trace. */
class ReplicaPropertiesTest {
    @Provide
    Arbitrary<Rules> anyRules() {
        return Combinators.combine(
                        Arbitraries.of(Content.values()),
                        Arbitraries.of(Timestamps.values()),
                        Arbitraries.of(Schedule.values()))
                .filter((content, timestamps, schedule) ->
                        content != Content.PER_KEY || timestamps == Timestamps.PER_KEY)
                .as((content, timestamps, schedule) -> new Rules(content, timestamps, schedule, 1));
    }

    @Property(tries = 600, seed = "737")
    void aMessageDeliveredAgainChangesNoEntryAndLowersNoNow(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes, @ForAll("anyRules") Rules rules) {
        RandomWorld world = new RandomWorld(seed, nodes, rules);
        for (int i = 0; i < 80; i++) {
            world.step((receiver, update, before, rowBefore, received) -> {
                Map<Key, Entry> once = RandomWorld.entries(receiver);
                Row row = receiver.row(update.from());
                Received again = receiver.receive(update);
                assertThat(again.applied()).as(world::trace).isEmpty();
                assertThat(RandomWorld.entries(receiver)).as(world::trace).isEqualTo(once);
                assertThat(receiver.row(update.from()).now()).as(world::trace).isEqualTo(row.now());
            });
        }
    }

    @Property(tries = 600, seed = "738")
    void aChangeNeverGoesBackToAnOlderVersion(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes, @ForAll("anyRules") Rules rules) {
        RandomWorld world = new RandomWorld(seed, nodes, rules);
        for (int i = 0; i < 120; i++) {
            world.step((receiver, update, before, rowBefore, received) -> before.forEach((key, entry) -> {
                Entry after = receiver.entry(key).orElseThrow();
                assertThat(after.version().compareTo(entry.version()))
                        .as(world::trace)
                        .isNotNegative();
            }));
        }
    }

    @Property(tries = 1_500, seed = "739")
    void underPerKeyAnyRunConvergesOnceTheNetworkIsWholeAndSyncsGoRound(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes) {
        Rules rules = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
        RandomWorld world = new RandomWorld(seed, nodes, rules);
        for (int i = 0; i < 150; i++) {
            world.step(RandomWorld.Observer.NOBODY);
        }
        Map<Key, Entry> newest = new java.util.HashMap<>();
        world.replicas()
                .values()
                .forEach(replica -> replica.forEach(entry -> newest.merge(
                        entry.key(),
                        entry,
                        (one, other) -> one.version().compareTo(other.version()) > 0 ? one : other)));

        world.syncAround(3);

        world.replicas().values().forEach(replica -> assertThat(RandomWorld.entries(replica))
                .as(world::trace)
                .isEqualTo(newest));
    }

    @Property(tries = 300, seed = "740")
    void underPerKeyNothingIsOfferedAnyMoreOnceAllHaveConverged(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes) {
        Rules rules = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
        RandomWorld world = new RandomWorld(seed, nodes, rules);
        for (int i = 0; i < 100; i++) {
            world.step(RandomWorld.Observer.NOBODY);
        }
        world.syncAround(5);
        for (Replica replica : world.replicas().values()) {
            replica.peers().forEach(peer -> assertThat(
                            replica.sync(peer, any -> true).get(0).changes())
                    .as(world::trace)
                    .isEmpty());
        }
    }
}
