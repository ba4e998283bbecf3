package sosad.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** What a cluster comes to by its rules alone once nothing goes wrong any more. */
class FairContinuationTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key LOST = new Key("k1");

    @Provide
    Arbitrary<Rules> rulesThatHealEverything() {
        return Combinators.combine(Arbitraries.of(Content.FULL, Content.PER_KEY), Arbitraries.of(Schedule.values()))
                .as((content, schedule) -> new Rules(content, Timestamps.PER_KEY, schedule, 1));
    }

    @Provide
    Arbitrary<Rules> anyRules() {
        return Combinators.combine(
                        Arbitraries.of(Content.REMOTE_NOW, Content.REMOTE_PREV, Content.FULL),
                        Arbitraries.of(Timestamps.values()),
                        Arbitraries.of(Schedule.values()))
                .as((content, timestamps, schedule) -> new Rules(content, timestamps, schedule, 1));
    }

    private static RandomWorld anyRun(long seed, int nodes, Rules rules) {
        RandomWorld world = new RandomWorld(seed, nodes, rules);
        for (int i = 0; i < 120; i++) {
            world.step(RandomWorld.Observer.NOBODY);
        }
        return world;
    }

    private static Map<Key, Entry> newest(Collection<Replica> replicas) {
        Map<Key, Entry> newest = new HashMap<>();
        replicas.forEach(replica -> replica.forEach(entry -> newest.merge(
                entry.key(), entry, (one, other) -> one.version().compareTo(other.version()) > 0 ? one : other)));
        return newest;
    }

    @Property(tries = 300, seed = "741")
    void underFullAndPerKeyEveryLiveNodeComesToHoldTheNewestOfAll(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int nodes,
            @ForAll("rulesThatHealEverything") Rules rules) {
        RandomWorld world = anyRun(seed, nodes, rules);
        Map<Key, Entry> newest = newest(world.replicas().values());
        new FairContinuation(world.replicas().values()).finish();
        world.replicas().values().forEach(replica -> assertThat(RandomWorld.entries(replica))
                .as(world::trace)
                .isEqualTo(newest));
    }

    @Property(tries = 300, seed = "742")
    void itEndsWhereNoFurtherRoundChangesATableAndTheDeadTakeNoPart(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes, @ForAll("anyRules") Rules rules) {
        RandomWorld world = anyRun(seed, nodes, rules);
        List<Replica> live = new ArrayList<>(world.replicas().values());
        Replica dead = live.remove(0);
        Map<Key, Entry> lastOfTheDead = RandomWorld.entries(dead);
        FairContinuation continuation = new FairContinuation(live);
        continuation.finish();
        for (int i = 0; i < 5; i++) {
            assertThat(continuation.round()).as(world::trace).isFalse();
        }
        assertThat(RandomWorld.entries(dead)).isEqualTo(lastOfTheDead);
    }

    /** The six events of {@code docs/protocol.md} after which A never offers k1 again. */
    private static Map<NodeId, Replica> afterALostUpdate(Content content, Schedule schedule) {
        Rules rules = new Rules(content, Timestamps.PER_KEY, schedule, 1);
        Replica a = new Replica(A, Set.of(B), rules, Saved.nothing(1), Sizing.UNLIMITED);
        Replica b = new Replica(B, Set.of(A), rules, Saved.nothing(2), Sizing.UNLIMITED);
        a.put(LOST, Value.of("v"), 2);
        b.put(new Key("k2"), Value.of("w"), 3);
        a.push(B);
        b.push(A).forEach(a::receive);
        return Map.of(A, a, B, b);
    }

    @Example
    void anUpdateThatRemoteNowHasLostStaysLostAndTheOtherRulesHealIt() {
        for (Content content : Content.values()) {
            for (Schedule schedule : Schedule.values()) {
                Map<NodeId, Replica> replicas = afterALostUpdate(content, schedule);
                new FairContinuation(replicas.values()).finish();
                assertThat(replicas.get(B).entry(LOST).isPresent())
                        .as("%s, %s", content, schedule)
                        .isEqualTo(content != Content.REMOTE_NOW);
            }
        }
    }

    @Example
    void oneRoundThatChangesNoTableIsNotTheEnd() {
        Rules rules = new Rules(Content.REMOTE_NOW, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
        Entry entry = new Entry(LOST, Optional.of(Value.of("v")), new Version(5, B, 2, 1));
        Saved heardByAPush = new Saved(1, 0, List.of(entry), Map.of(B, new SavedPeer(new Row(5, 1, 1), 2)));
        Saved settled = new Saved(2, 1, List.of(entry), Map.of(A, new SavedPeer(new Row(5, 5, 5), 1)));
        Replica a = new Replica(A, Set.of(B), rules, heardByAPush, Sizing.UNLIMITED);
        Replica b = new Replica(B, Set.of(A), rules, settled, Sizing.UNLIMITED);
        new FairContinuation(List.of(a, b)).finish();
        assertThat(a.row(B)).isEqualTo(new Row(5, 5, 5));
    }

    @Example
    void whoCameBackEmptyIsFilledAgain() {
        Map<NodeId, Replica> replicas = afterALostUpdate(Content.FULL, Schedule.TOGETHER);
        Replica empty = new Replica(B, Set.of(A), replicas.get(A).rules(), Saved.nothing(3), Sizing.UNLIMITED);
        new FairContinuation(List.of(replicas.get(A), empty)).finish();
        assertThat(RandomWorld.entries(empty)).isEqualTo(RandomWorld.entries(replicas.get(A)));
    }
}
