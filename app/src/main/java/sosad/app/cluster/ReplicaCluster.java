package sosad.app.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import sosad.app.fabric.Corruption;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.message.StoreKind;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.ReadMode;
import sosad.protocol.Reads;
import sosad.protocol.Received;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.Sizing;
import sosad.protocol.Update;
import sosad.protocol.Written;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** A cluster of bare replicas in this process: the same protocol without processes and sockets. */
public final class ReplicaCluster implements Cluster {
    private final List<NodeId> nodes;
    private final Rules rules;
    private final StoreKind store;
    private final Map<NodeId, Turns> gateways = new TreeMap<>();
    private final List<NodeId> gatewayNames;
    private final Set<NodeId> paused = new HashSet<>();
    private final Map<NodeId, Replica> replicas = new TreeMap<>();
    private final Map<NodeId, Reads> reads = new HashMap<>();
    private final Map<NodeId, Map<Long, Key>> asked = new HashMap<>();
    private final Map<NodeId, Map<Long, Reads.Outcome>> outcomes = new HashMap<>();
    private final Map<NodeId, Saved> disks = new HashMap<>();
    private final Map<NodeId, Long> clocks = new HashMap<>();
    private long starts;
    private long messages;

    /** A cluster that is not started yet. */
    public ReplicaCluster(List<NodeId> nodes, Rules rules, StoreKind store) {
        this(nodes, rules, store, List.of());
    }

    /** A cluster behind gateways, not started yet. */
    public ReplicaCluster(List<NodeId> nodes, Rules rules, StoreKind store, List<NodeId> gatewayNames) {
        this.nodes = List.copyOf(nodes);
        this.gatewayNames = List.copyOf(gatewayNames);
        this.store = store;
        this.rules = rules;
    }

    @Override
    public void startAll() {
        nodes.forEach(this::begin);
        gatewayNames.forEach(gateway -> gateways.put(gateway, new Turns()));
    }

    private Replica begin(NodeId node) {
        Set<NodeId> peers = new HashSet<>(nodes);
        peers.remove(node);
        Saved nothing = Saved.nothing(++starts);
        Saved saved = Optional.ofNullable(disks.remove(node)).orElse(nothing);
        Replica replica = new Replica(node, peers, rules, saved, Sizing.UNLIMITED);
        replicas.put(node, replica);
        reads.put(node, new Reads(replica));
        asked.put(node, new HashMap<>());
        outcomes.put(node, new HashMap<>());
        clocks.put(node, rules.startTime());
        return replica;
    }

    @Override
    public List<PeerMessage> start(NodeId node, boolean wipe) {
        if (gatewayNames.contains(node)) {
            gateways.put(node, new Turns());
            return List.of();
        }
        if (wipe) {
            disks.remove(node);
        }
        Replica replica = begin(node);
        return numbered(replica.peers().stream().map(replica::hello).toList());
    }

    @Override
    public void kill(NodeId node) {
        if (gatewayNames.contains(node)) {
            gateways.remove(node);
            return;
        }
        paused.remove(node);
        Replica dead = replicas.remove(node);
        if (store == StoreKind.DISK) {
            disks.put(node, saved(dead));
        }
    }

    private static Saved saved(Replica replica) {
        List<Entry> entries = new ArrayList<>();
        replica.forEach(entries::add);
        Map<NodeId, SavedPeer> peers = new HashMap<>();
        replica.peers().forEach(peer -> peers.put(peer, replica.saved(peer)));
        return new Saved(replica.storeId(), replica.sequence(), entries, peers);
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
        clocks.putAll(times);
    }

    @Override
    public Write put(NodeId at, Key key, Value value) {
        NodeId node = asked(at);
        Written written = replica(node).put(key, value, clocks.get(node));
        return write(node, written, written.lost() ? "(nil)" : "OK");
    }

    @Override
    public Write delete(NodeId at, Key key) {
        NodeId node = asked(at);
        Written written = replica(node).delete(key, clocks.get(node));
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
        TreeSet<NodeId> up = new TreeSet<>(replicas.keySet());
        up.removeAll(paused);
        return gateways.get(at).next(up);
    }

    /** Whose turn it is at a gateway. */
    private static final class Turns {
        private Optional<NodeId> last = Optional.empty();

        NodeId next(NavigableSet<NodeId> up) {
            NodeId next = last.map(up::higher).orElseGet(up::first);
            last = Optional.of(next);
            return next;
        }
    }

    @Override
    public Read get(NodeId at, Key key) {
        NodeId node = asked(at);
        return new Read(replica(node).entry(key).flatMap(Entry::value), Optional.empty(), 0, node);
    }

    @Override
    public Asked ask(NodeId node, Key key, ReadMode mode) {
        Reads.Step step = reads(node).begin(key, mode);
        asked.get(node).put(step.read(), key);
        keep(node, step);
        return new Asked(step.read(), inquiries(step));
    }

    @Override
    public Heard deliver(InquiryMessage message) {
        NodeId to = message.inquiry().to();
        Reads.Step step = reads(to).hear(message.inquiry());
        keep(to, step);
        return new Heard(inquiries(step), step.outcome().map(outcome -> step.read()));
    }

    private Reads reads(NodeId node) {
        replica(node);
        return reads.get(node);
    }

    private void keep(NodeId node, Reads.Step step) {
        step.outcome().ifPresent(outcome -> outcomes.get(node).put(step.read(), outcome));
    }

    private List<InquiryMessage> inquiries(Reads.Step step) {
        return step.send().stream()
                .map(inquiry -> new InquiryMessage(++messages, inquiry))
                .toList();
    }

    @Override
    public Read outcome(NodeId node, long read) {
        Reads.Outcome outcome = outcomes.get(node).remove(read);
        Key key = asked.get(node).remove(read);
        Optional<String> failure = outcome.isFailure() ? Optional.of(outcome.failure(key)) : Optional.empty();
        return new Read(outcome.entry().flatMap(Entry::value), failure, 0, node);
    }

    @Override
    public void endReads(NodeId node) {
        for (long read : reads(node).waiting()) {
            reads.get(node).giveUp(read).ifPresent(outcome -> outcomes.get(node).put(read, outcome));
        }
    }

    @Override
    public List<PeerMessage> push(NodeId node, Optional<List<NodeId>> to) {
        Replica replica = replica(node);
        List<Update> updates = new ArrayList<>();
        to.orElse(List.copyOf(replica.peers())).forEach(peer -> updates.addAll(replica.push(peer)));
        return numbered(updates);
    }

    @Override
    public List<PeerMessage> sync(NodeId node, Optional<List<NodeId>> to, Optional<List<Key>> keys) {
        Replica replica = replica(node);
        List<Update> updates = new ArrayList<>();
        to.orElseGet(replica::syncDestinations)
                .forEach(peer -> updates.addAll(
                        replica.sync(peer, key -> keys.isEmpty() || keys.get().contains(key))));
        return numbered(updates);
    }

    private List<PeerMessage> numbered(List<Update> updates) {
        return updates.stream()
                .map(update -> new PeerMessage(++messages, update))
                .toList();
    }

    @Override
    public Delivery deliver(PeerMessage message) {
        Received received = replica(message.update().to()).receive(message.update());
        return new Delivery(received.applied(), received.standing() == Received.Standing.STRAGGLER);
    }

    @Override
    public void deliverCorrupt(PeerMessage message) {
        replica(message.update().to());
        byte[] frame = PeerCodec.encode(message).bytes();
        try {
            Frame.parse(Corruption.of(frame, frame.length / 2));
        } catch (MalformedException refused) {
            return;
        }
        throw new NodeException(message.update().to(), "takes a corrupt frame for a sound one");
    }

    @Override
    public void discard(long message) {
        // Messages are values here: whoever holds one can deliver it.
    }

    @Override
    public NodeTables tables(NodeId node) {
        Replica replica = replica(node);
        TreeMap<NodeId, Row> rows = new TreeMap<>();
        replica.peers().forEach(peer -> rows.put(peer, replica.row(peer)));
        return new NodeTables(0, 0, rows, replica.entries());
    }

    @Override
    public Running gateway(NodeId gateway) {
        return new Running(0, 0);
    }

    @Override
    public CompletableFuture<?> heartbeat(NodeId process) {
        return CompletableFuture.completedFuture(process);
    }

    private Replica replica(NodeId node) {
        Replica replica = replicas.get(node);
        if (replica == null) {
            throw new NodeException(node, "is dead");
        }
        return replica;
    }

    @Override
    public void poll() {
        // Nothing comes by itself.
    }

    @Override
    public void close() {
        replicas.clear();
    }

    @Override
    public LiveCluster goLive(Live settings, long seed, Executor owner) {
        throw new UnsupportedOperationException("bare replicas have no clocks");
    }
}
