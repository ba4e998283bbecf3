package sosad.app.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.FairContinuation;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Written;
import sosad.sim.NetworkModel;
import sosad.sim.SimStep;
import sosad.sim.World;
import sosad.sim.WorldPlan;
import sosad.sim.WorldPlan.DiskModel;
import sosad.wire.FrameKind;
import sosad.wire.PeerCodec;
import sosad.wire.WireSizing;

/** A cluster under one of our rules: the engines of real nodes on simulated time. */
final class RuleCluster implements ComparedCluster {
    private static final Live LIVE = Live.since(0);
    private static final SimStep A_MILLISECOND = new SimStep.Pass(1);

    private final World world;
    private final SimNetwork network;
    private final WriteTracker tracker;
    private final TrafficMeter traffic = new TrafficMeter();
    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>(Comparator.comparingLong(Arrival::atMillis).thenComparing(Arrival::number));
    private long arrivalNumber;
    private long memoryBytes;

    /** A message that will arrive. */
    private record Arrival(long atMillis, long number, PeerMessage message) {}

    RuleCluster(CompareSettings settings, ComparedRules compared, SimNetwork network, WriteTracker tracker) {
        this.network = network;
        this.tracker = tracker;
        this.world = new World(new WorldPlan(
                settings.nodeIds(),
                compared.rules(),
                settings.store() == StoreKind.DISK ? DiskModel.AT_ONCE : DiskModel.NONE,
                ReadMode.LOCAL,
                new WireSizing(),
                NetworkModel.UNTIL_DELIVERED));
        world.goLive(LIVE);
    }

    @Override
    public void tick(long nowMillis) {
        world.apply(A_MILLISECOND);
        takeSent();
        while (!arrivals.isEmpty() && arrivals.element().atMillis() <= nowMillis) {
            arrive(arrivals.remove().message());
        }
        takeSent();
    }

    private void takeSent() {
        for (NodeMessage message : world.inFlight()) {
            world.take(message.id());
            FrameKind kind = FrameKind.of(message.content());
            PeerMessage update = (PeerMessage) message; // reads stay at their node
            traffic.sent(
                    kind,
                    PeerCodec.encode(message).bytes().length,
                    update.update().changes().size());
            for (long at : network.send(new Link(message.from(), message.to()), kind, world.now())) {
                arrivals.add(new Arrival(at, arrivalNumber++, update));
            }
        }
    }

    private void arrive(PeerMessage message) {
        NodeId to = message.to();
        if (world.isUp(to)) {
            for (Entry applied : world.receive(message).applied()) {
                tracker.holds(to, applied.key(), applied.version(), world.now());
            }
        }
    }

    @Override
    public boolean isUp(NodeId node) {
        return world.isUp(node);
    }

    @Override
    public Optional<Version> write(PlannedRequest request) {
        Written written = world.engine(request.at()).put(request.key(), request.value(), "client");
        return written.lost() ? Optional.empty() : Optional.of(written.entry().version());
    }

    @Override
    public Optional<Version> held(NodeId node, Key key) {
        return world.engine(node).replica().entry(key).map(Entry::version);
    }

    @Override
    public void stop(NodeId node, boolean inGoodOrder) {
        if (inGoodOrder) {
            world.engine(node).pushBeforeTheEnd();
            takeSent();
        }
        world.apply(new SimStep.Crash(node));
        setLinksTo(node, false);
    }

    @Override
    public void start(NodeId node, boolean wipe) {
        world.start(node, wipe);
        world.engine(node).goLive(LIVE);
        setLinksTo(node, true);
    }

    /** Peers notice that their connection to a dead node has ended. */
    private void setLinksTo(NodeId node, boolean isOpen) {
        for (NodeId peer : world.nodes()) {
            if (!peer.equals(node)) {
                world.setLink(new Link(peer, node), isOpen);
            }
        }
    }

    @Override
    public void skew(NodeId node, long millis) {
        world.engine(node).skew(millis);
    }

    @Override
    public void measureMemory() {
        long bytes = 0;
        for (NodeId node : world.nodes()) {
            bytes += world.isUp(node) ? Bookkeeping.bytes(world.engine(node).replica()) : 0;
        }
        memoryBytes = Math.max(memoryBytes, bytes / world.nodes().size());
    }

    @Override
    public void continueFairly() {
        List<NodeId> nodes = world.nodes();
        new FairContinuation(
                        nodes.stream().map(node -> world.engine(node).replica()).toList())
                .finish();
    }

    TrafficMeter traffic() {
        return traffic;
    }

    /** Returns the bytes that a node needed for its rule when they were most. */
    long memoryBytes() {
        return memoryBytes;
    }
}
