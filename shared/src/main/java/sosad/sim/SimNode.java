package sosad.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.engine.Engine;
import sosad.engine.EngineSnapshot;
import sosad.engine.Host;
import sosad.engine.Watcher;
import sosad.message.InquiryMessage;
import sosad.message.NodeMessage;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.Reads;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.StoreCheck.Stage;

/** One node of a world: its engine, which is gone while the node is dead, and its disk. */
final class SimNode implements Host, Watcher {
    private final NodeId id;
    private final WorldPlan plan;
    private final World world;
    private final SimDisk disk;
    private final Map<Long, Reads.Outcome> outcomes = new TreeMap<>();
    private Optional<Engine> engine = Optional.empty();
    private OptionalLong rings = OptionalLong.empty();
    private Optional<World.InquiryResult> heard = Optional.empty();

    SimNode(NodeId id, WorldPlan plan, World world) {
        this.id = id;
        this.plan = plan;
        this.world = world;
        this.disk = new SimDisk(plan.disk());
    }

    /** The whole state. */
    record State(
            Optional<EngineSnapshot> engine,
            SimDisk.State disk,
            SortedMap<Long, Reads.Outcome> outcomes,
            OptionalLong rings) {
        /** The state of a node that stopped in this one and goes on in step mode; empty: of a dead one. */
        static State goingOn(Optional<EngineSnapshot> stopped) {
            return new State(
                    stopped.map(EngineSnapshot::inSteps),
                    new SimDisk(WorldPlan.DiskModel.NONE).state(),
                    new TreeMap<>(),
                    OptionalLong.empty());
        }

        State under(Rules rules) {
            return new State(engine.map(running -> running.under(rules)), disk, outcomes, rings);
        }
    }

    State state() {
        return new State(engine.map(Engine::snapshot), disk.state(), new TreeMap<>(outcomes), rings);
    }

    void restore(State state) {
        disk.restore(state.disk());
        outcomes.putAll(state.outcomes());
        engine = state.engine().map(snapshot -> Engine.restore(snapshot, this, disk, this, plan.sizing()));
        rings = state.rings();
    }

    /**
     * Starts with what is on the disk.
     *
     * @param start the number of this start among all of the world, from 1, which is greater than any before
     */
    Engine start(long start) {
        Saved saved = disk.saved().orElse(Saved.nothing(start)).startedAs(new Stage(start, disk.number()));
        disk.store(saved.storeId(), saved.starts());
        disk.write();
        Set<NodeId> peers = new HashSet<>(plan.nodes());
        peers.remove(id);
        Replica replica = new Replica(id, peers, plan.rules(), saved, disk::number, plan.sizing());
        Engine started = new Engine(replica, this, disk, this, plan.readMode(), ((start - 1) << Integer.SIZE) + 1);
        engine = Optional.of(started);
        return started;
    }

    void crash() {
        engine = Optional.empty();
        rings = OptionalLong.empty();
        outcomes.clear();
        disk.forgetPending();
    }

    void wipe() {
        disk.wipe();
    }

    boolean isUp() {
        return engine.isPresent();
    }

    /** @throws IllegalStateException if the node is dead */
    Engine engine() {
        return engine.orElseThrow(() -> new IllegalStateException(id + " is dead"));
    }

    /** Returns the time at which the next timer rings. */
    OptionalLong rings() {
        return rings;
    }

    void ring() {
        rings = OptionalLong.empty();
        engine().ring();
    }

    boolean awaitsDisk() {
        return !disk.isDurable();
    }

    void writeDisk() {
        disk.write();
        engine.ifPresent(running -> running.becameDurable(disk.number()));
    }

    /** Returns how the read ended, if it did; only once. */
    Optional<Reads.Outcome> takeOutcome(long read) {
        return Optional.ofNullable(outcomes.remove(read));
    }

    /** A question, answer or repair arrives. */
    World.InquiryResult hear(InquiryMessage message) {
        engine().hear(message);
        World.InquiryResult result = heard.orElseThrow();
        heard = Optional.empty();
        return result;
    }

    @Override
    public long epochMillis() {
        return world.now();
    }

    @Override
    public long millis() {
        return world.now();
    }

    @Override
    public void ringAt(long due) {
        rings = OptionalLong.of(due);
    }

    @Override
    public void awaitDurable(long number) {
        // The engine is notified at every step at which something is written.
    }

    @Override
    public void send(NodeMessage message) {
        world.send(message);
    }

    @Override
    public boolean hasRoom(NodeId peer) {
        return world.isOpen(id, peer);
    }

    @Override
    public void readEnded(long read, Reads.Outcome outcome) {
        outcomes.put(read, outcome);
    }

    @Override
    public void heard(InquiryMessage message, Optional<Entry> applied, List<Sent> sent, Optional<Long> ended) {
        heard = Optional.of(new World.InquiryResult(applied, sent, ended));
    }
}
