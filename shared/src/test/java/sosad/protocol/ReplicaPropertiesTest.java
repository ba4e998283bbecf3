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
        Simulation simulation = new Simulation(seed, nodes, rules);
        for (int i = 0; i < 80; i++) {
            simulation.step((receiver, update, before, rowBefore, received) -> {
                Map<Key, Entry> once = Simulation.entries(receiver);
                Row row = receiver.row(update.from());
                Received again = receiver.receive(update);
                assertThat(again.applied()).as(simulation::trace).isEmpty();
                assertThat(Simulation.entries(receiver)).as(simulation::trace).isEqualTo(once);
                assertThat(receiver.row(update.from()).now())
                        .as(simulation::trace)
                        .isEqualTo(row.now());
            });
        }
    }

    @Property(tries = 600, seed = "738")
    void aChangeNeverGoesBackToAnOlderVersion(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes, @ForAll("anyRules") Rules rules) {
        Simulation simulation = new Simulation(seed, nodes, rules);
        for (int i = 0; i < 120; i++) {
            simulation.step((receiver, update, before, rowBefore, received) -> before.forEach((key, entry) -> {
                Entry after = receiver.entry(key).orElseThrow();
                assertThat(after.version().compareTo(entry.version()))
                        .as(simulation::trace)
                        .isNotNegative();
            }));
        }
    }

    @Property(tries = 1_500, seed = "739")
    void underPerKeyAnyRunConvergesOnceTheNetworkIsWholeAndSyncsGoRound(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes) {
        Rules rules = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
        Simulation simulation = new Simulation(seed, nodes, rules);
        for (int i = 0; i < 150; i++) {
            simulation.step(Simulation.Observer.NOBODY);
        }
        Map<Key, Entry> newest = new java.util.HashMap<>();
        simulation
                .replicas
                .values()
                .forEach(replica -> replica.forEach(entry -> newest.merge(
                        entry.key(),
                        entry,
                        (one, other) -> one.version().compareTo(other.version()) > 0 ? one : other)));

        simulation.syncAround(3);

        simulation.replicas.values().forEach(replica -> assertThat(Simulation.entries(replica))
                .as(simulation::trace)
                .isEqualTo(newest));
    }

    @Property(tries = 300, seed = "740")
    void underPerKeyNothingIsOfferedAnyMoreOnceAllHaveConverged(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes) {
        Rules rules = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
        Simulation simulation = new Simulation(seed, nodes, rules);
        for (int i = 0; i < 100; i++) {
            simulation.step(Simulation.Observer.NOBODY);
        }
        simulation.syncAround(5);
        for (Replica replica : simulation.replicas.values()) {
            replica.peers().forEach(peer -> assertThat(
                            replica.sync(peer, any -> true).get(0).changes())
                    .as(simulation::trace)
                    .isEmpty());
        }
    }
}
