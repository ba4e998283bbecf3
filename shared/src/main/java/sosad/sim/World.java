package sosad.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import sosad.engine.Engine;
import sosad.engine.EngineSnapshot;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.ByType;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received;
import sosad.protocol.Rules;

/**
 * A cluster in memory: the engines of its nodes, as they run in real processes, with disks, links, and a time that
 * passes only when a step says so. A pure function of its steps; not safe for use by several threads.
 */
public final class World {
    /** The client that reads and writes here. */
    private static final String CLIENT = "client";

    private static final ByType<SimStep, Consumer<World>> STEPS = new ByType<SimStep, Consumer<World>>()
            .on(SimStep.Put.class, put -> world -> world.engine(put.at()).put(put.key(), put.value(), CLIENT))
            .on(
                    SimStep.Delete.class,
                    delete -> world -> world.engine(delete.at()).delete(delete.key(), CLIENT))
            .on(SimStep.Read.class, read -> world -> world.read(read.at(), read.key(), read.mode()))
            .on(SimStep.Push.class, push -> world -> world.engine(push.from()).push(push.to()))
            .on(SimStep.Sync.class, sync -> world -> world.engine(sync.from()).sync(sync.to(), sync.keys()))
            .on(SimStep.Deliver.class, deliver -> world -> world.deliver(deliver.message()))
            .on(SimStep.DeliverCopy.class, copy -> world -> world.receive(world.inFlight(copy.message())))
            .on(SimStep.Lose.class, lose -> world -> world.take(lose.message()))
            .on(SimStep.SetTime.class, time -> world -> world.engine(time.at()).setTime(time.time()))
            .on(SimStep.Crash.class, crash -> world -> world.crash(crash.node()))
            .on(SimStep.Start.class, start -> world -> world.start(start.node(), start.wipe()))
            .on(
                    SimStep.WriteDisk.class,
                    disk -> world -> world.nodes.get(disk.node()).writeDisk())
            .on(
                    SimStep.EndReads.class,
                    reads -> world -> world.engine(reads.node()).endReads())
            .on(SimStep.SetLink.class, link -> world -> world.setLink(link.link(), link.isOpen()))
            .on(SimStep.Pass.class, pass -> world -> world.pass(pass.millis()))
            .on(SimStep.NextEvent.class, next -> World::passToNextEvent)
            .all(SimStep.class);

    private final WorldPlan plan;
    private final SortedMap<NodeId, SimNode> nodes = new TreeMap<>();
    private final SortedMap<Long, InFlight> network = new TreeMap<>();
    private final SortedSet<Link> closed = new TreeSet<>();
    private long now;
    private long starts;
    private long order;

    /**
     * A message under way.
     *
     * @param order how many messages were handed to the network before it
     * @param due when it arrives by itself; {@link NetworkModel#NEVER}: when it is delivered
     */
    public record InFlight(NodeMessage message, long order, long due) {}

    /**
     * The effect of a question, answer or repair.
     *
     * @param applied what its receiver took over
     * @param sent what it sent because of it
     * @param ended the number of the read that it ended
     */
    public record InquiryResult(Optional<Entry> applied, List<Sent> sent, Optional<Long> ended) {}

    /** A world whose nodes have just begun, each with an empty store, in step mode. */
    public World(WorldPlan plan) {
        this.plan = plan;
        plan.nodes().forEach(id -> nodes.put(id, new SimNode(id, plan, this)));
        nodes.values().forEach(node -> node.start(++starts));
    }

    private World(WorldPlan plan, WorldSnapshot snapshot) {
        this.plan = plan;
        this.now = snapshot.now();
        this.starts = snapshot.starts();
        this.order = snapshot.order();
        this.closed.addAll(snapshot.closed());
        snapshot.network().forEach(message -> network.put(message.message().id(), message));
        snapshot.nodes().forEach((id, state) -> {
            SimNode node = new SimNode(id, plan, this);
            nodes.put(id, node);
            node.restore(state);
        });
    }

    /**
     * Returns a world whose nodes go on in step mode from the states in which others stopped.
     *
     * @param up the states of the nodes that are up; the others are dead, with nothing on their disks
     * @param underWay the messages under way
     * @param starts how many starts of nodes there were
     */
    public static World goingOn(
            WorldPlan plan, Map<NodeId, EngineSnapshot> up, List<NodeMessage> underWay, long starts) {
        SortedMap<NodeId, SimNode.State> states = new TreeMap<>();
        plan.nodes().forEach(node -> states.put(node, SimNode.State.goingOn(Optional.ofNullable(up.get(node)))));
        List<InFlight> network = new ArrayList<>();
        underWay.forEach(message -> network.add(new InFlight(message, network.size(), NetworkModel.NEVER)));
        return new World(plan, new WorldSnapshot(0, starts, network.size(), states, network, new TreeSet<>()));
    }

    /** Returns a world in the same state that goes its own way. Costs O(n). */
    public World copy() {
        return new World(plan, snapshot());
    }

    /** Returns a world in the same state whose nodes go on under other rules. Costs O(n). */
    public World under(Rules rules) {
        return new World(plan.under(rules), snapshot().under(rules));
    }

    /** The whole state; worlds in the same state have equal ones. Costs O(n). */
    public WorldSnapshot snapshot() {
        SortedMap<NodeId, SimNode.State> states = new TreeMap<>();
        nodes.forEach((id, node) -> states.put(id, node.state()));
        return new WorldSnapshot(now, starts, order, states, List.copyOf(network.values()), new TreeSet<>(closed));
    }

    /** A number that two worlds in the same state share, and two in different states do not, but by rare chance. */
    public long fingerprint() {
        return Fingerprint.of(snapshot());
    }

    /** Returns the fingerprint of what is on a node's disk. */
    public long diskFingerprint(NodeId node) {
        return Fingerprint.of(nodes.get(node).state().disk());
    }

    /**
     * Returns what may happen next by itself: messages arrive or are lost, time passes, disks write, nodes crash and
     * start.
     */
    public List<SimStep> enabled() {
        List<SimStep> steps = new ArrayList<>();
        network.forEach((id, message) -> {
            if (nodes.get(message.message().to()).isUp()) {
                steps.add(new SimStep.Deliver(id));
                steps.add(new SimStep.DeliverCopy(id));
            }
            steps.add(new SimStep.Lose(id));
        });
        nodes.forEach((id, node) -> {
            if (!node.isUp()) {
                steps.add(new SimStep.Start(id, false));
                return;
            }
            steps.add(new SimStep.Crash(id));
            if (node.awaitsDisk()) {
                steps.add(new SimStep.WriteDisk(id));
            }
            if (!node.engine().isLive()) {
                steps.add(new SimStep.Push(id, Optional.empty()));
                steps.add(new SimStep.Sync(id, Optional.empty(), Optional.empty()));
            }
        });
        if (nextEvent().isPresent()) {
            steps.add(new SimStep.NextEvent());
        }
        return steps;
    }

    /**
     * Lets the step happen.
     *
     * @throws IllegalStateException if it cannot: the node is dead, or the message is not under way; nothing changes
     *     then
     */
    public void apply(SimStep step) {
        STEPS.of(step).accept(this);
    }

    /** The milliseconds since the world began. */
    public long now() {
        return now;
    }

    /** The nodes, in alphabetical order. */
    public List<NodeId> nodes() {
        return List.copyOf(nodes.keySet());
    }

    public boolean isUp(NodeId node) {
        return nodes.get(node).isUp();
    }

    /**
     * The engine of a node.
     *
     * @throws IllegalStateException if the node is dead
     */
    public Engine engine(NodeId node) {
        return nodes.get(node).engine();
    }

    /** The messages under way, in the order in which they were sent. */
    public List<NodeMessage> inFlight() {
        return network.values().stream()
                .sorted((one, other) -> Long.compare(one.order(), other.order()))
                .map(InFlight::message)
                .toList();
    }

    /**
     * The message under way with this number.
     *
     * @throws IllegalStateException if there is none
     */
    public NodeMessage inFlight(long id) {
        InFlight message = network.get(id);
        if (message == null) {
            throw new IllegalStateException("message " + id + " is not under way");
        }
        return message.message();
    }

    /** Takes a message off the network, to be given to {@link #receive} or not at all. */
    public NodeMessage take(long id) {
        NodeMessage message = inFlight(id);
        network.remove(id);
        return message;
    }

    /**
     * A message arrives at its destination, be it under way here or not.
     *
     * @throws IllegalStateException if the destination is dead
     */
    public void receive(NodeMessage message) {
        if (message instanceof PeerMessage update) {
            receive(update);
        } else {
            hear((InquiryMessage) message);
        }
    }

    /** An update message arrives at its destination; says what became of it. */
    public Received receive(PeerMessage message) {
        return engine(message.to()).receive(message);
    }

    /** A question, answer or repair arrives at its destination; says what it has done. */
    public InquiryResult hear(InquiryMessage message) {
        return nodes.get(message.to()).hear(message);
    }

    /** A client at {@code node} begins a read; {@link #takeOutcome} says how it ends. */
    public Engine.BegunRead read(NodeId node, Key key, ReadMode mode) {
        Engine.BegunRead begun = engine(node).read(key, mode, CLIENT);
        begun.outcome().ifPresent(outcome -> nodes.get(node).readEnded(begun.read(), outcome));
        return begun;
    }

    /** Returns how a read at {@code node} ended, if it did; it is said once. */
    public Optional<Reads.Outcome> takeOutcome(NodeId node, long read) {
        return nodes.get(node).takeOutcome(read);
    }

    /**
     * A dead node starts; it tells its peers that it is back.
     *
     * @param wipe whether what is on its disk is lost
     */
    public List<Sent> start(NodeId id, boolean wipe) {
        SimNode node = nodes.get(id);
        if (node.isUp()) {
            throw new IllegalStateException(id + " is up");
        }
        if (wipe) {
            node.wipe();
        }
        return node.start(++starts).hello();
    }

    /** Lets the nodes that are up run by their own clocks. */
    public void goLive(Live settings) {
        nodes.values().stream().filter(SimNode::isUp).forEach(node -> node.engine()
                .goLive(settings));
    }

    /** Messages on the link are lost from now on, or pass again. */
    public void setLink(Link link, boolean isOpen) {
        if (isOpen) {
            closed.remove(link);
        } else {
            closed.add(link);
        }
    }

    boolean isOpen(NodeId from, NodeId to) {
        return !closed.contains(new Link(from, to));
    }

    void send(NodeMessage message) {
        long millis = plan.network().millis(message);
        if (millis != NetworkModel.LOST && isOpen(message.from(), message.to())) {
            long due = millis == NetworkModel.NEVER ? NetworkModel.NEVER : now + millis;
            network.put(message.id(), new InFlight(message, order, due));
        }
        order++;
    }

    /** Returns the time at which the next timer rings or message arrives by itself. */
    private OptionalLong nextEvent() {
        long next = NetworkModel.NEVER;
        for (InFlight message : network.values()) {
            next = Math.min(next, message.due());
        }
        for (SimNode node : nodes.values()) {
            next = Math.min(next, node.rings().orElse(NetworkModel.NEVER));
        }
        return next == NetworkModel.NEVER ? OptionalLong.empty() : OptionalLong.of(next);
    }

    private void passToNextEvent() {
        pass(nextEvent().orElseThrow(() -> new IllegalStateException("nothing is due")) - now);
    }

    private void deliver(long id) {
        receive(inFlight(id));
        network.remove(id);
    }

    private void crash(NodeId id) {
        engine(id); // which it has unless it is dead
        nodes.get(id).crash();
    }

    private void pass(long millis) {
        long end = now + millis;
        for (OptionalLong next = nextEvent(); next.isPresent() && next.getAsLong() <= end; next = nextEvent()) {
            now = Math.max(now, next.getAsLong());
            happen();
        }
        now = end;
    }

    /** Carries out what is due now: first the messages, in the order in which they were sent, then the timers. */
    private void happen() {
        List<InFlight> due = network.values().stream()
                .filter(message -> message.due() <= now)
                .sorted((one, other) -> Long.compare(one.order(), other.order()))
                .toList();
        for (InFlight message : due) {
            network.remove(message.message().id());
            if (nodes.get(message.message().to()).isUp()) {
                receive(message.message());
            }
        }
        for (SimNode node : nodes.values()) {
            if (node.rings().orElse(NetworkModel.NEVER) <= now) {
                node.ring();
            }
        }
    }
}
