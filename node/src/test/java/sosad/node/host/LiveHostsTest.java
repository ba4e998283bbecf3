package sosad.node.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
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
import sosad.engine.Engine;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.message.NodeMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.node.host.NodeHost.Alarm;
import sosad.node.host.NodeHost.Outbox;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Saved;
import sosad.protocol.StoreCheck.Stage;
import sosad.sim.SimStep;
import sosad.sim.World;
import sosad.sim.WorldPlan;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;
import sosad.wire.WireSizing;

/** Live nodes under an alarm that the test rings, with frames between them, do what a simulated world does. */
class LiveHostsTest {
    private static final List<NodeId> IDS = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));
    private static final int LATENCY_MILLIS = 1;

    @Property(tries = 40)
    void hostsUnderAManualAlarmAndASimulatedWorldAreInTheSameStateAtEveryMoment(
            @ForAll long seed, @ForAll Content content, @ForAll Schedule schedule) {
        Rules rules = new Rules(content, Timestamps.PER_KEY, schedule, 1);
        World world = new World(WorldPlan.of(IDS, rules).with(new WireSizing()).with(message -> LATENCY_MILLIS));
        Hand hosts = new Hand(rules);
        Live live = new Live(ClockKind.HYBRID, 0, 0, 20, 100, 50);
        world.goLive(live);
        hosts.nodes.values().forEach(node -> node.host.engine().goLive(live));
        Random chance = new Random(seed);
        for (int i = 0; i < 200; i++) {
            NodeId at = IDS.get(chance.nextInt(3));
            Key key = new Key("k" + chance.nextInt(6));
            Value value = Value.of("v".repeat(1 + chance.nextInt(3)) + i);
            switch (chance.nextInt(8)) {
                case 0, 1, 2, 3 -> both(world.engine(at), hosts.engine(at), engine -> engine.put(key, value, "test"));
                case 4 -> both(world.engine(at), hosts.engine(at), engine -> engine.delete(key, "test"));
                case 5 -> {
                    world.read(at, key, ReadMode.NEWEST);
                    hosts.nodes.get(at).host.read(key, ReadMode.NEWEST, "test", outcome -> {});
                }
                default -> {
                    int millis = 1 + chance.nextInt(60);
                    world.apply(new SimStep.Pass(millis));
                    hosts.pass(millis);
                }
            }
            for (NodeId id : IDS) {
                assertThat(hosts.engine(id).snapshot())
                        .describedAs("%s after %d", id, i)
                        .isEqualTo(world.engine(id).snapshot());
            }
        }
    }

    private interface Act {
        void at(Engine engine);
    }

    private static void both(Engine one, Engine other, Act act) {
        act.at(one);
        act.at(other);
    }

    /** Hosts whose time is moved by hand, and frames on their way. */
    private static final class Hand {
        final Map<NodeId, Node> nodes = new TreeMap<>();
        private final Deque<Due> frames = new ArrayDeque<>();
        private long now;

        private record Due(long at, Frame frame) {}

        Hand(Rules rules) {
            long start = 0;
            for (NodeId id : IDS) {
                nodes.put(id, new Node(id, rules, ++start));
            }
        }

        Engine engine(NodeId id) {
            return nodes.get(id).host.engine();
        }

        void pass(int millis) {
            for (int i = 0; i < millis; i++) {
                now++;
                for (int due = frames.size(); due > 0 && frames.peek().at() <= now; due--) {
                    arrive(frames.remove().frame());
                }
                nodes.values().forEach(Node::ringIfDue);
            }
        }

        private void arrive(Frame frame) {
            try {
                Engine to = engine(frame.to());
                if (frame.kind().isInquiry()) {
                    to.hear(PeerCodec.decodeInquiry(frame));
                } else {
                    to.receive(PeerCodec.decode(frame));
                }
            } catch (MalformedException e) {
                throw new AssertionError(e);
            }
        }

        /** A host, and its links and alarm. */
        private final class Node implements Outbox, Alarm {
            private final NodeHost host;
            private OptionalLong due = OptionalLong.empty();
            private Optional<Runnable> ring = Optional.empty();

            Node(NodeId id, Rules rules, long start) {
                Set<NodeId> peers = new HashSet<>(IDS);
                peers.remove(id);
                Saved saved = Saved.nothing(start).startedAs(new Stage(start, 0));
                Replica replica = new Replica(id, peers, rules, saved, () -> 0, new WireSizing());
                long firstMessage = ((start - 1) << Integer.SIZE) + 1;
                host = new NodeHost(
                        replica,
                        () -> now,
                        this,
                        this,
                        NodeJournal.NONE,
                        new PeerTraffic(peers),
                        Recording.NONE,
                        ReadMode.LOCAL,
                        firstMessage);
            }

            @Override
            public void send(NodeMessage message) {
                frames.add(new Due(now + LATENCY_MILLIS, PeerCodec.encode(message)));
            }

            @Override
            public boolean hasRoom(NodeId peer) {
                return true;
            }

            @Override
            public long millis() {
                return now;
            }

            @Override
            public void set(long newDue, Runnable then) {
                due = OptionalLong.of(newDue);
                ring = Optional.of(then);
            }

            void ringIfDue() {
                if (due.isPresent() && due.getAsLong() <= now) {
                    Runnable then = ring.orElseThrow();
                    due = OptionalLong.empty();
                    then.run();
                }
            }
        }
    }
}
