package sosad.app.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import sosad.app.fabric.Fabric;
import sosad.app.process.NodeException;
import sosad.engine.Engine;
import sosad.engine.EngineSnapshot;
import sosad.message.InquiryMessage;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Rules;
import sosad.protocol.Written;
import sosad.sim.Fingerprint;
import sosad.sim.SimStep;
import sosad.sim.World;
import sosad.sim.WorldPlan;
import sosad.sim.WorldPlan.DiskModel;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** A cluster in a simulated world: the same engines without processes and sockets. */
public final class SimulatedCluster implements StepCluster {
    private final World world;
    private final List<NodeId> gatewayNames;

    /** The node that each live gateway asked last. */
    private final Map<NodeId, Optional<NodeId>> gateways = new TreeMap<>();

    private final Map<NodeId, NodeView> views = new HashMap<>();
    private final Map<NodeId, SeenTables> tables = new HashMap<>();
    private final Set<NodeId> paused = new HashSet<>();
    private final Map<NodeId, Map<Long, Key>> asked = new HashMap<>();

    /** A cluster without gateways, not started yet. */
    public SimulatedCluster(List<NodeId> nodes, Rules rules, StoreKind store) {
        this(nodes, rules, store, List.of());
    }

    /** A cluster behind gateways, not started yet. */
    public SimulatedCluster(List<NodeId> nodes, Rules rules, StoreKind store, List<NodeId> gatewayNames) {
        this.world = new World(
                WorldPlan.of(nodes, rules).with(store == StoreKind.DISK ? DiskModel.AT_ONCE : DiskModel.NONE));
        this.gatewayNames = List.copyOf(gatewayNames);
    }

    /**
     * A cluster without gateways, with stores in memory, whose nodes go on from where others stopped.
     *
     * @param up the states of the nodes that are up
     * @param underWay the messages under way
     * @param starts how many starts of nodes there were
     */
    public SimulatedCluster(
            List<NodeId> nodes, Rules rules, Map<NodeId, EngineSnapshot> up, List<NodeMessage> underWay, long starts) {
        this.world = World.goingOn(WorldPlan.of(nodes, rules), up, underWay, starts);
        this.gatewayNames = List.of();
    }

    private SimulatedCluster(SimulatedCluster same, World world) {
        this.world = world;
        gatewayNames = same.gatewayNames;
        gateways.putAll(same.gateways);
        paused.addAll(same.paused);
        same.asked.forEach((node, keys) -> asked.put(node, new HashMap<>(keys)));
    }

    /** Returns a cluster in the same state that goes its own way. */
    public SimulatedCluster copy() {
        return new SimulatedCluster(this, world.copy());
    }

    /** Returns a cluster in the same state whose nodes go on under other rules. */
    public SimulatedCluster under(Rules rules) {
        return new SimulatedCluster(this, world.under(rules));
    }

    /**
     * Returns a number that two clusters in the same state share, and two in different states do not, but by rare
     * chance.
     */
    public long fingerprint() {
        return Fingerprint.of(List.of(world.snapshot(), gateways, paused, asked));
    }

    /**
     * The replicas of the nodes that are not dead, in alphabetical order; what is done to them is done to the nodes.
     */
    public List<Replica> replicas() {
        return world.nodes().stream()
                .filter(world::isUp)
                .map(node -> world.engine(node).replica())
                .toList();
    }

    /** Returns a number that clusters share whose dead nodes have the same on their disks. */
    public long deadStores() {
        return Fingerprint.of(world.nodes().stream()
                .filter(node -> !world.isUp(node))
                .map(world::diskFingerprint)
                .toList());
    }

    @Override
    public void startAll() {
        gatewayNames.forEach(gateway -> gateways.put(gateway, Optional.empty()));
    }

    @Override
    public List<PeerMessage> start(NodeId node, boolean wipe) {
        if (gatewayNames.contains(node)) {
            gateways.put(node, Optional.empty());
            return List.of();
        }
        return updates(world.start(node, wipe));
    }

    @Override
    public void kill(NodeId node) {
        if (gatewayNames.contains(node)) {
            gateways.remove(node);
            return;
        }
        paused.remove(node);
        asked.remove(node);
        world.apply(new SimStep.Crash(node));
    }

    @Override
    public void pause(NodeId node) {
        paused.add(node); // nobody asks it anything, and gateways pass it over
    }

    @Override
    public void resume(NodeId node) {
        paused.remove(node);
    }

    @Override
    public void setTimes(Map<NodeId, Long> times) {
        times.forEach((node, time) -> engine(node).setTime(time));
    }

    @Override
    public Write put(NodeId at, Key key, Value value) {
        NodeId node = asked(at);
        Written written = engine(node).put(key, value, "client");
        return write(node, written, written.lost() ? "(nil)" : "OK");
    }

    @Override
    public Write delete(NodeId at, Key key) {
        NodeId node = asked(at);
        Written written = engine(node).delete(key, "client");
        return write(node, written, written.replacedValue() ? "1" : "0");
    }

    private static Write write(NodeId node, Written written, String reply) {
        return new Write(reply, false, 0, Optional.of(written.entry()), written.lost(), node);
    }

    /** The node that serves a request there: a gateway takes turns among the running ones. */
    private NodeId asked(NodeId at) {
        if (!gatewayNames.contains(at)) {
            return at;
        }
        TreeSet<NodeId> up = new TreeSet<>(world.nodes());
        up.removeIf(node -> paused.contains(node) || !world.isUp(node));
        NodeId next = gateways.get(at).map(up::higher).orElseGet(up::first);
        gateways.put(at, Optional.of(next));
        return next;
    }

    @Override
    public Read get(NodeId at, Key key) {
        NodeId node = asked(at);
        return new Read(engine(node).replica().entry(key).flatMap(Entry::value), Optional.empty(), 0, node);
    }

    @Override
    public StartedRead ask(NodeId node, Key key, ReadMode mode) {
        Engine.BegunRead begun = world.read(alive(node), key, mode);
        asked.computeIfAbsent(node, none -> new HashMap<>()).put(begun.read(), key);
        return new StartedRead(begun.read(), inquiries(begun.sent()));
    }

    @Override
    public InquiryEffect deliver(InquiryMessage message) {
        alive(message.to());
        World.InquiryResult heard = world.hear(message);
        return new InquiryEffect(heard.applied(), inquiries(heard.sent()), heard.ended());
    }

    private List<InquiryMessage> inquiries(List<Sent> sent) {
        return sent.stream()
                .map(message -> (InquiryMessage) world.inFlight(message.id()))
                .toList();
    }

    private List<PeerMessage> updates(List<Sent> sent) {
        return sent.stream()
                .map(message -> (PeerMessage) world.inFlight(message.id()))
                .toList();
    }

    @Override
    public Read outcome(NodeId node, long read) {
        Reads.Outcome outcome = world.takeOutcome(node, read).orElseThrow();
        Key key = asked.get(node).remove(read);
        Optional<String> failure = outcome.isFailure() ? Optional.of(outcome.failure(key)) : Optional.empty();
        return new Read(outcome.entry().flatMap(Entry::value), failure, 0, node);
    }

    @Override
    public void endReads(NodeId node) {
        engine(node).endReads();
    }

    @Override
    public List<PeerMessage> push(NodeId node, Optional<List<NodeId>> to) {
        return updates(engine(node).push(to));
    }

    @Override
    public List<PeerMessage> sync(NodeId node, Optional<List<NodeId>> to, Optional<List<Key>> keys) {
        return updates(engine(node).sync(to, keys));
    }

    @Override
    public Delivery deliver(PeerMessage message) {
        alive(message.to());
        Received received = world.receive(message);
        return new Delivery(received.applied(), received.status() == Received.SenderStatus.STRAGGLER);
    }

    @Override
    public void deliverCorrupt(NodeMessage message) {
        alive(message.to());
        byte[] frame = PeerCodec.encode(message).bytes();
        try {
            Frame.parse(Fabric.corrupted(frame, frame.length / 2));
        } catch (MalformedException refused) {
            return;
        }
        throw new NodeException(message.to(), "takes a corrupt frame for a sound one");
    }

    @Override
    public int bytes(NodeMessage message) {
        return PeerCodec.encode(message).bytes().length;
    }

    @Override
    public void discard(long message) {
        world.take(message);
    }

    @Override
    public NodeTables tables(NodeId node) {
        Replica replica = engine(node).replica();
        TreeMap<NodeId, Row> rows = new TreeMap<>();
        replica.peers().forEach(peer -> rows.put(peer, replica.row(peer)));
        SeenTables seen = tables.get(node);
        if (seen == null || !seen.isOf(replica, rows)) {
            NodeView view = views.computeIfAbsent(node, any -> new NodeView());
            view.reset(rows, replica.entries());
            seen = new SeenTables(replica, replica.arrivals(), new NodeTables(0, 0, view.rows(), view.entries()));
            tables.put(node, seen);
        }
        return seen.tables();
    }

    /** The tables of a replica when it had taken so many changes. */
    private record SeenTables(Replica replica, long arrivals, NodeTables tables) {
        boolean isOf(Replica other, SortedMap<NodeId, Row> rows) {
            return replica == other
                    && arrivals == other.arrivals()
                    && tables.rows().equals(rows);
        }
    }

    @Override
    public Running gateway(NodeId gateway) {
        return new Running(0, 0);
    }

    @Override
    public CompletableFuture<?> heartbeat(NodeId process) {
        return CompletableFuture.completedFuture(process);
    }

    private Engine engine(NodeId node) {
        return world.engine(alive(node));
    }

    private NodeId alive(NodeId node) {
        if (!world.isUp(node)) {
            throw new NodeException(node, "is dead");
        }
        return node;
    }

    @Override
    public void poll() {
        // Nothing comes by itself.
    }

    @Override
    public void close() {
        // It is garbage.
    }

    @Override
    public LiveCluster goLive(Live settings, long seed, Executor owner) {
        throw new UnsupportedOperationException("a simulated cluster has no live mode");
    }
}
