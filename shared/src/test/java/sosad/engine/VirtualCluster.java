package sosad.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Update.Kind;
import sosad.sim.NetworkModel;
import sosad.sim.SimStep;
import sosad.sim.World;
import sosad.sim.WorldPlan;
import sosad.wire.PeerCodec;
import sosad.wire.WireSizing;

/** A world of live nodes, with a network that a test makes worse, and counts of what is sent. */
final class VirtualCluster {
    private static final long LATENCY_MILLIS = 1;

    private final World world;
    private final Set<NodeId> closed = new HashSet<>();
    private final List<WaitingRead> reads = new ArrayList<>();
    private final Random chance;
    private ToLongFunction<NodeMessage> latencyMillis = message -> LATENCY_MILLIS;
    private Predicate<NodeMessage> lost = message -> false;
    private double loss;
    long bytes;
    long entriesSent;

    /** The update messages that were sent and not lost. */
    final List<PeerMessage> delivered = new ArrayList<>();

    /** How many messages were handed to a link that was closed. */
    int sentToClosed;

    /** When syncs were sent, by link, {@code A>B}; those that were lost too. */
    final Map<String, List<Long>> syncs = new TreeMap<>();

    private record WaitingRead(NodeId at, long read, Consumer<Reads.Outcome> then) {}

    VirtualCluster(long seed, int nodes, Rules rules, Live live) {
        chance = new Random(seed);
        List<NodeId> ids = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            ids.add(new NodeId(String.valueOf((char) ('A' + i))));
        }
        world = new World(WorldPlan.of(ids, rules).with(new WireSizing()).with(this::millis));
        world.goLive(live);
    }

    private long millis(NodeMessage message) {
        bytes += PeerCodec.encode(message).bytes().length;
        sentToClosed += closed.contains(message.to()) ? 1 : 0;
        if (message instanceof PeerMessage update) {
            entriesSent += update.update().changes().size();
            if (update.update().kind() == Kind.SYNC) {
                syncs.computeIfAbsent(message.from() + ">" + message.to(), link -> new ArrayList<>())
                        .add(world.now());
            }
        }
        if (closed.contains(message.to()) || lost.test(message) || chance.nextDouble() < loss) {
            return NetworkModel.LOST;
        }
        if (message instanceof PeerMessage update) {
            delivered.add(update);
        }
        return latencyMillis.applyAsLong(message);
    }

    Engine node(String id) {
        return world.engine(new NodeId(id));
    }

    private Set<Entry> entries(NodeId id) {
        return new HashSet<>(world.engine(id).replica().entries());
    }

    boolean haveConverged() {
        return world.nodes().stream().map(this::entries).distinct().count() == 1;
    }

    void write(String at, String key, String value) {
        node(at).put(new Key(key), Value.of(value), "test");
    }

    /** @param then is told the outcome, after the time that has passed meanwhile */
    void read(String at, Key key, ReadMode mode, Consumer<Reads.Outcome> then) {
        Engine.BegunRead begun = node(at).read(key, mode, "test");
        begun.outcome().ifPresentOrElse(then, () -> reads.add(new WaitingRead(new NodeId(at), begun.read(), then)));
    }

    /** From now on each message is lost with this probability. */
    void loseAtRandom(double probability) {
        loss = probability;
    }

    /** From now on these messages are lost. */
    void lose(Predicate<NodeMessage> messages) {
        lost = messages;
    }

    /** From now on messages from one node to another take so long; the others are as quick as ever. */
    void slow(String from, String to, long millis) {
        latencyMillis = message ->
                message.from().name().equals(from) && message.to().name().equals(to) ? millis : LATENCY_MILLIS;
    }

    /** Whether the links to this node are open. */
    void open(String node, boolean open) {
        NodeId id = new NodeId(node);
        if (open) {
            closed.remove(id);
        } else {
            closed.add(id);
        }
        world.nodes().stream()
                .filter(from -> !from.equals(id))
                .forEach(from -> world.setLink(new Link(from, id), open));
    }

    long now() {
        return world.now();
    }

    /** Lets this much time pass. */
    void run(long millis) {
        world.apply(new SimStep.Pass(millis));
        for (WaitingRead read : List.copyOf(reads)) {
            world.takeOutcome(read.at(), read.read()).ifPresent(outcome -> {
                reads.remove(read);
                read.then().accept(outcome);
            });
        }
    }
}
