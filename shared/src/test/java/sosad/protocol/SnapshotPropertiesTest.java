package sosad.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update.Receipt;

/** A replica and its reads go on from a snapshot as they would have gone on themselves. */
class SnapshotPropertiesTest {
    private static final List<NodeId> IDS = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));
    private static final int STEPS = 150;

    /** So small that a few entries fill a message. */
    private static final Sizing SMALL = new Sizing() {
        @Override
        public long bytes(Entry change) {
            return 2;
        }

        @Override
        public long bytes(Receipt receipt) {
            return 1;
        }

        @Override
        public long budget() {
            return 4;
        }
    };

    @Property(tries = 300)
    void whoeverIsRestoredAtEveryStepSaysTheSame(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed,
            @ForAll Content content,
            @ForAll Schedule schedule,
            @ForAll Timestamps timestamps) {
        Rules rules = new Rules(content, content == Content.PER_KEY ? Timestamps.PER_KEY : timestamps, schedule, 1);
        World lasting = new World(seed, rules, false);
        World restored = new World(seed, rules, true);
        for (int i = 0; i < STEPS; i++) {
            lasting.step();
            restored.step();
            assertThat(restored.said).isEqualTo(lasting.said);
        }
        assertThat(restored.snapshots()).isEqualTo(lasting.snapshots());
        assertThat(restored.snapshots()).hasSameHashCodeAs(lasting.snapshots());
    }

    /** Replicas, reads and a network driven by a seed, in every way in which nodes drive them. */
    private static final class World {
        private final Random chance;
        private final Rules rules;
        private final boolean isRestored;
        private final Map<NodeId, Replica> replicas = new TreeMap<>();
        private final Map<NodeId, Reads> reads = new HashMap<>();
        private final List<Update> updates = new ArrayList<>();
        private final List<Inquiry> inquiries = new ArrayList<>();
        private long starts;
        private long time = 1;
        String said = "";

        World(long seed, Rules rules, boolean isRestored) {
            this.chance = new Random(seed);
            this.rules = rules;
            this.isRestored = isRestored;
            IDS.forEach(id -> begin(id, Saved.nothing(1 + starts)));
        }

        private void begin(NodeId id, Saved saved) {
            Set<NodeId> peers = new HashSet<>(IDS);
            peers.remove(id);
            starts++;
            Saved started = saved.startedAs(new Stage(starts, saved.sequence()));
            Replica replica = new Replica(id, peers, rules, started, () -> number(id), SMALL);
            replicas.put(id, replica);
            reads.put(id, new Reads(replica));
        }

        /** The number of the last change: what is held is kept at once. */
        private long number(NodeId id) {
            Replica replica = replicas.get(id);
            return replica == null ? 0 : replica.arrivals() + replica.sequence();
        }

        List<Object> snapshots() {
            List<Object> snapshots = new ArrayList<>();
            replicas.forEach((id, replica) -> {
                snapshots.add(replica.snapshot());
                snapshots.add(reads.get(id).snapshot());
            });
            return snapshots;
        }

        void step() {
            if (isRestored) {
                for (NodeId id : IDS) {
                    ReplicaSnapshot snapshot = replicas.get(id).snapshot();
                    Replica replica = Replica.restore(snapshot, () -> number(id), SMALL);
                    assertThat(replica.snapshot()).isEqualTo(snapshot);
                    replicas.put(id, replica);
                    reads.put(id, Reads.restore(reads.get(id).snapshot(), replica));
                }
            }
            NodeId id = IDS.get(chance.nextInt(IDS.size()));
            said = id + ": " + act(replicas.get(id), chance.nextInt(24));
        }

        private Object act(Replica node, int what) {
            NodeId peer = new ArrayList<>(node.peers()).get(chance.nextInt(2));
            Key key = new Key("k" + chance.nextInt(5));
            return switch (what) {
                case 0, 1, 2 -> node.put(key, Value.of("v" + chance.nextInt(100)), time + chance.nextInt(5) - 2);
                case 3 -> node.delete(key, time);
                case 4 -> sent(node.push(peer));
                case 5 -> sent(node.pushSlice(peer));
                case 6 -> sent(node.receipts(peer));
                case 7 ->
                    node.syncDestinations().stream()
                            .map(to -> sent(node.sync(to, any -> true)))
                            .toList();
                case 8 -> {
                    node.beginSlices(peer);
                    yield sent(node.nextSlice(peer, Long.MAX_VALUE));
                }
                case 9, 10 ->
                    node.hasMoreSlices(peer, node.arrivals()) + "" + sent(node.nextSlice(peer, node.arrivals()));
                case 11 -> sent(List.of(node.hello(peer)));
                case 12 -> {
                    node.leavePushesToSync(peer);
                    yield node.owedPushes(peer);
                }
                case 13 -> {
                    node.receiptToAll(chance.nextInt(3) > 0);
                    yield node.owesReceipts();
                }
                case 14 -> {
                    node.tell(peer, chance.nextBoolean());
                    yield time++;
                }
                case 15 -> restart(node);
                case 16 -> asked(reads.get(node.id()).begin(key, ReadMode.values()[chance.nextInt(3)]));
                case 17 ->
                    reads.get(node.id()).waiting().stream()
                            .map(read -> reads.get(node.id()).giveUp(read))
                            .toList();
                case 18, 19 -> inquiries.isEmpty() ? "" : heard(inquiries.remove(chance.nextInt(inquiries.size())));
                default -> updates.isEmpty() ? "" : received(chance.nextInt(updates.size()));
            };
        }

        private List<Update> sent(List<Update> composed) {
            updates.addAll(composed);
            return composed;
        }

        private Reads.Step asked(Reads.Step step) {
            inquiries.addAll(step.send());
            return step;
        }

        private Reads.Step heard(Inquiry inquiry) {
            return asked(reads.get(inquiry.to()).hear(inquiry));
        }

        private Received received(int which) {
            Update update = chance.nextInt(4) == 0 ? updates.get(which) : updates.remove(which);
            return replicas.get(update.to()).receive(update);
        }

        /** With all that it had, an older copy of that, or nothing. */
        private String restart(Replica node) {
            Map<NodeId, SavedPeer> peers = new TreeMap<>();
            node.peers().forEach(peer -> peers.put(peer, node.saved(peer)));
            Saved saved = new Saved(node.storeId(), node.sequence(), node.entries(), peers, node.starts());
            begin(node.id(), chance.nextBoolean() ? saved : Saved.nothing(node.storeId() + 1));
            return Optional.of(saved).toString();
        }
    }
}
