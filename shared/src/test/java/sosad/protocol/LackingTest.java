package sosad.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;

/** What a replica under per-key takes its peers to lack, against a plain model: a set of keys for each peer. */
class LackingTest {
    private static final NodeId A = new NodeId("A");
    private static final List<NodeId> PEERS = List.of(new NodeId("B"), new NodeId("C"), new NodeId("D"));
    private static final Rules RULES = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);

    /** Every change takes half of the budget, so that slices have two each. */
    private static final Sizing TWO_CHANGES = new Sizing() {
        @Override
        public long bytes(Entry change) {
            return 5;
        }

        @Override
        public long bytes(Receipt receipt) {
            return 0;
        }

        @Override
        public long budget() {
            return 10;
        }
    };

    private static Set<Key> keys(List<Update> updates) {
        Set<Key> keys = new HashSet<>();
        updates.forEach(update -> update.changes().forEach(change -> keys.add(change.key())));
        return keys;
    }

    @Property(tries = 300, seed = "5")
    void aSyncOffersExactlyWhatThePeerIsNotKnownToHold(@ForAll long seed) {
        Modelled run = new Modelled(seed, Sizing.UNLIMITED);
        for (int i = 0; i < 200; i++) {
            run.step();
            for (NodeId peer : PEERS) {
                assertThat(keys(run.replica.sync(peer, any -> true)))
                        .as("to %s after %d steps", peer, i + 1)
                        .isEqualTo(run.lacking.get(peer));
            }
        }
    }

    @Property(tries = 300, seed = "6")
    void slicesTogetherOfferTheSameEvenWhileThingsHappenInBetween(@ForAll long seed) {
        Modelled run = new Modelled(seed, TWO_CHANGES);
        for (int i = 0; i < 60; i++) {
            run.step();
        }
        NodeId to = PEERS.get(0);
        run.replica.beginSlices(to);
        Set<Key> offered = new HashSet<>();
        int slices = 0;
        while (run.replica.hasMoreSlices(to, Long.MAX_VALUE)) {
            List<Update> slice = run.replica.nextSlice(to, Long.MAX_VALUE);
            assertThat(slice).hasSize(1);
            assertThat(slice.get(0).changes()).hasSizeBetween(1, 2);
            offered.addAll(keys(slice));
            if (++slices < 20) {
                run.replica.put(run.key(), Value.of("w"), 30 + slices);
            }
        }
        assertThat(offered).containsAll(keys(run.replica.sync(to, any -> true)));
    }

    @Property(tries = 100, seed = "7")
    void underTheTimestampRulesSlicesAreTheSyncInItsOrder(@ForAll long seed, @ForAll Content content) {
        if (content == Content.PER_KEY) {
            return;
        }
        Random chance = new Random(seed);
        Replica replica = new Replica(
                A, PEERS, new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 5), Saved.nothing(1), TWO_CHANGES);
        for (int i = 0; i < 12; i++) {
            replica.put(new Key("k" + chance.nextInt(8)), Value.of("v"), chance.nextInt(12));
        }
        List<Update> whole = replica.sync(PEERS.get(0), any -> true);
        List<Update> slices = new ArrayList<>();
        replica.beginSlices(PEERS.get(0));
        do {
            slices.addAll(replica.nextSlice(PEERS.get(0), Long.MAX_VALUE));
        } while (replica.hasMoreSlices(PEERS.get(0), Long.MAX_VALUE));
        assertThat(slices).isEqualTo(whole);
    }

    @Property(tries = 50, seed = "8")
    void whatArrivedLaterThanAskedForIsLeftForTheNextRound(@ForAll long seed) {
        Modelled run = new Modelled(seed, Sizing.UNLIMITED);
        for (int i = 0; i < 40; i++) {
            run.step();
        }
        NodeId to = PEERS.get(1);
        Set<Key> before = keys(run.replica.sync(to, any -> true));
        long limit = run.replica.arrivals();
        run.replica.put(new Key("late"), Value.of("v"), 99);
        run.replica.beginSlices(to);
        assertThat(keys(run.replica.nextSlice(to, limit))).isEqualTo(before);
    }

    /** A replica and the model beside it. */
    private static final class Modelled {
        private final Random chance;
        private final Replica replica;
        private final Map<NodeId, Set<Key>> lacking = new TreeMap<>();
        private final Map<NodeId, Long> storeIds = new HashMap<>();
        private long sequence;

        Modelled(long seed, Sizing sizing) {
            chance = new Random(seed);
            replica = new Replica(A, PEERS, RULES, Saved.nothing(1), sizing);
            PEERS.forEach(peer -> lacking.put(peer, new HashSet<>()));
            PEERS.forEach(peer -> storeIds.put(peer, 1L));
        }

        private Key key() {
            return new Key("k" + chance.nextInt(8));
        }

        private void step() {
            NodeId peer = PEERS.get(chance.nextInt(PEERS.size()));
            switch (chance.nextInt(6)) {
                case 0 -> {
                    Written written = replica.put(key(), Value.of("v"), chance.nextInt(20));
                    if (!written.lost()) {
                        lacking.values()
                                .forEach(keys -> keys.add(written.entry().key()));
                    }
                }
                case 1 -> storeIds.merge(peer, (long) chance.nextInt(2), Long::sum);
                case 2 -> receive(peer, List.of(), List.of(receipt()));
                default -> {
                    Version version = new Version(chance.nextInt(20), peer, storeIds.get(peer), ++sequence);
                    Entry entry = chance.nextInt(3) == 0
                            ? replica.entry(key()).orElse(new Entry(key(), Optional.empty(), version))
                            : new Entry(key(), Optional.of(Value.of("p")), version);
                    receive(peer, List.of(entry), List.of());
                }
            }
        }

        private Receipt receipt() {
            return replica.entry(key())
                    .map(entry -> new Receipt(entry.key(), entry.version()))
                    .orElse(new Receipt(new Key("absent"), new Version(1, A, 1, 1)));
        }

        private void receive(NodeId peer, List<Entry> changes, List<Receipt> receipts) {
            Received received = replica.receive(
                    new Update(peer, A, Kind.PUSH, storeIds.get(peer), 1, 1, OptionalLong.empty(), changes, receipts));
            if (received.status() == Received.SenderStatus.CAME_BACK_EMPTY) {
                replica.forEach(entry -> lacking.get(peer).add(entry.key()));
            }
            receipts.forEach(receipt -> {
                if (holds(receipt.key(), receipt.version())) {
                    lacking.get(peer).remove(receipt.key());
                }
            });
            received.applied().forEach(applied -> lacking.values().forEach(keys -> keys.add(applied.key())));
            changes.forEach(change -> {
                if (holds(change.key(), change.version())) {
                    lacking.get(peer).remove(change.key());
                }
            });
        }

        private boolean holds(Key key, Version version) {
            return replica.entry(key)
                    .map(Entry::version)
                    .filter(version::equals)
                    .isPresent();
        }
    }
}
