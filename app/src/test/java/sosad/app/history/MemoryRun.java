package sosad.app.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import sosad.app.history.RunEvent.Handling;
import sosad.app.scenario.TrafficRule;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Received;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Rules;
import sosad.protocol.Sizing;
import sosad.protocol.Update;

/** A cluster played in memory, for tests that need real moments: replicas of the protocol core, no processes. */
public final class MemoryRun {
    private final Rules rules;
    private final List<NodeId> ids;
    private final Map<NodeId, Replica> replicas = new TreeMap<>();
    private final Map<NodeId, Long> skews = new TreeMap<>();
    private final Map<NodeId, NodeState> frozen = new TreeMap<>();
    private final Set<Link> cut = new TreeSet<>();
    private final List<RuleInForce> trafficRules = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private List<GatewayState> gateways = List.of();
    private final List<Message> messages = new ArrayList<>();
    private final Deque<Long> queue = new ArrayDeque<>();
    private long time;
    private int step;
    private Phase phase = Phase.START;
    private long lastMessage;
    private long lastStore;
    private boolean offScript;

    public MemoryRun(Rules rules, String... names) {
        this.rules = rules;
        this.ids = Arrays.stream(names).map(NodeId::new).sorted().toList();
        this.time = rules.startTime();
        ids.forEach(this::begin);
        add(new RunEvent.ClusterStarted());
    }

    private void begin(NodeId id) {
        List<NodeId> peers = ids.stream().filter(other -> !other.equals(id)).toList();
        replicas.put(id, new Replica(id, peers, rules, ++lastStore, Sizing.UNLIMITED));
    }

    public History history() {
        return History.of(snapshots);
    }

    public Snapshot present() {
        return snapshots.get(snapshots.size() - 1);
    }

    /** The id of the last message on this link. */
    public long message(String from, String to) {
        return messages.stream()
                .filter(message -> message.from().name().equals(from)
                        && message.to().name().equals(to))
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
    }

    public MemoryRun step(long newTime, String title) {
        messages.removeIf(message -> message.fate().isFinal());
        step++;
        time = newTime;
        phase = Phase.ACTING;
        return add(new RunEvent.StepOpened(time, Optional.ofNullable(title)));
    }

    public MemoryRun offScript() {
        offScript = true;
        return this;
    }

    public MemoryRun put(String at, String key, String value) {
        NodeId node = new NodeId(at);
        var written = replicas.get(node).put(new Key(key), Value.of(value), clock(node));
        return add(new RunEvent.Wrote(node, written.entry(), written.lost(), false));
    }

    public MemoryRun delete(String at, String key) {
        NodeId node = new NodeId(at);
        var written = replicas.get(node).delete(new Key(key), clock(node));
        return add(new RunEvent.Wrote(node, written.entry(), written.lost(), false));
    }

    public MemoryRun get(String at, String key) {
        NodeId node = new NodeId(at);
        var value = replicas.get(node).entry(new Key(key)).flatMap(entry -> entry.value());
        return add(new RunEvent.Read(node, new Key(key), value));
    }

    private long clock(NodeId node) {
        return time + skews.getOrDefault(node, 0L);
    }

    /** Pushes to all peers; those named are lost. */
    public MemoryRun push(String from, String... lost) {
        NodeId node = new NodeId(from);
        for (NodeId to : replicas.get(node).peers()) {
            replicas.get(node).push(to).forEach(update -> send(update, List.of(lost), List.of()));
        }
        return this;
    }

    /** Pushes to all peers; those named are held. */
    public MemoryRun pushHeld(String from, String... held) {
        NodeId node = new NodeId(from);
        for (NodeId to : replicas.get(node).peers()) {
            replicas.get(node).push(to).forEach(update -> send(update, List.of(), List.of(held)));
        }
        return this;
    }

    /** Syncs to all peers. */
    public MemoryRun sync(String from) {
        return sync(from, key -> true, List.of());
    }

    /** Syncs no more than these keys to all peers. */
    public MemoryRun syncOnly(String from, String... keys) {
        return sync(from, key -> List.of(keys).contains(key.text()), List.of());
    }

    private MemoryRun sync(String from, Predicate<Key> wanted, List<String> lost) {
        NodeId node = new NodeId(from);
        for (NodeId to : replicas.get(node).syncDestinations()) {
            replicas.get(node).sync(to, wanted).forEach(update -> send(update, lost, List.of()));
        }
        return this;
    }

    private void send(Update update, List<String> lost, List<String> held) {
        Message message = new Message(++lastMessage, update, 1, Fate.IN_FLIGHT, step, "");
        String to = update.to().name();
        if (lost.contains(to)) {
            message = message.with(Fate.LOST, "the scenario says so");
        } else if (held.contains(to)) {
            message = message.with(Fate.HELD, "the scenario says so");
        } else if (cut.contains(new Link(update.from(), update.to()))) {
            message = message.with(Fate.LOST, "the link is cut");
        } else if (!replicas.containsKey(update.to())) {
            message = message.with(Fate.LOST, to + " is dead");
        } else if (frozen.containsKey(update.to())) {
            message = message.with(Fate.WAITING, to + " is paused");
        } else {
            queue.add(message.id());
        }
        messages.add(message);
        add(new RunEvent.Sent(message));
    }

    /** All messages of the step stand on their links. */
    public MemoryRun actionsDone() {
        phase = Phase.IN_FLIGHT;
        return add(new RunEvent.ActionsDone());
    }

    public MemoryRun deliverNext() {
        return deliver(queue.element());
    }

    public MemoryRun deliver(long id) {
        Message message = replace(id, found -> found.with(Fate.DELIVERED, ""));
        queue.remove(id);
        Received received = replicas.get(message.to()).receive(message.update());
        return add(new RunEvent.Delivered(
                message, received.applied(), received.standing() == Received.SenderStatus.STRAGGLER));
    }

    public MemoryRun finish() {
        while (!queue.isEmpty()) {
            deliverNext();
        }
        phase = Phase.DELIVERED;
        return add(new RunEvent.StepDone());
    }

    /** In flight, then delivered. */
    public MemoryRun play() {
        return actionsDone().finish();
    }

    public MemoryRun drop(long id) {
        queue.remove(id);
        offScript = true;
        return add(new RunEvent.Handled(replace(id, found -> found.with(Fate.LOST, "dropped by hand")), Handling.LOST));
    }

    public MemoryRun discard(long id) {
        return add(new RunEvent.Handled(replace(id, found -> found.with(Fate.DISCARDED, "")), Handling.DISCARDED));
    }

    public MemoryRun hold(long id) {
        queue.remove(id);
        offScript = true;
        return add(new RunEvent.Handled(replace(id, found -> found.with(Fate.HELD, "held by hand")), Handling.HELD));
    }

    public MemoryRun delay(long id, int steps) {
        queue.remove(id);
        offScript = true;
        return add(
                new RunEvent.Handled(replace(id, found -> found.delayed(steps, "delayed by hand")), Handling.DELAYED));
    }

    public MemoryRun corrupt(long id) {
        offScript = true;
        return add(new RunEvent.Handled(replace(id, found -> found.withCorrupt(true)), Handling.CORRUPTED));
    }

    /** Its receiver refuses the only copy of a corrupt message, or the first of several. */
    public MemoryRun refuse(long id) {
        Message message = replace(
                id,
                found -> found.copies() == 1
                        ? found.with(Fate.LOST, "refused by %s: its checksum is wrong".formatted(found.to()))
                        : found.withCorrupt(false).withCopies(found.copies() - 1));
        if (message.fate().isFinal()) {
            queue.remove(id);
        }
        return add(new RunEvent.Handled(message, Handling.REFUSED));
    }

    /** Gives a message in flight another place, from 1. */
    public MemoryRun reorder(long id, int place) {
        queue.remove(id);
        List<Long> order = new ArrayList<>(queue);
        order.add(place - 1, id);
        queue.clear();
        queue.addAll(order);
        return add(new RunEvent.Reordered(replace(id, found -> found), place, order.size()));
    }

    /** From now on this rule is in force; it treats nothing here. */
    public MemoryRun rule(TrafficRule rule) {
        trafficRules.add(new RuleInForce(rule, 0));
        return add(new RunEvent.RuleSet(rule));
    }

    public MemoryRun release(long id) {
        queue.add(id);
        return add(new RunEvent.Handled(replace(id, found -> found.with(Fate.IN_FLIGHT, "")), Handling.RELEASED));
    }

    public MemoryRun duplicate(long id) {
        offScript = true;
        return add(
                new RunEvent.Handled(replace(id, found -> found.withCopies(found.copies() + 1)), Handling.DUPLICATED));
    }

    private Message replace(long id, java.util.function.UnaryOperator<Message> change) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).id() == id) {
                messages.set(i, change.apply(messages.get(i)));
                return messages.get(i);
            }
        }
        throw new IllegalArgumentException("no message " + id);
    }

    public MemoryRun kill(String node) {
        replicas.remove(new NodeId(node));
        frozen.remove(new NodeId(node));
        return add(new RunEvent.Killed(new NodeId(node)));
    }

    public MemoryRun start(String name) {
        NodeId node = new NodeId(name);
        begin(node);
        add(new RunEvent.Started(node));
        for (NodeId peer : replicas.get(node).peers()) {
            send(replicas.get(node).hello(peer), List.of(), List.of());
        }
        return this;
    }

    public MemoryRun pause(String name) {
        NodeId node = new NodeId(name);
        frozen.put(node, state(node));
        return add(new RunEvent.Paused(node));
    }

    public MemoryRun resume(String name) {
        frozen.remove(new NodeId(name));
        return add(new RunEvent.Resumed(new NodeId(name)));
    }

    public MemoryRun skew(String name, long by) {
        skews.put(new NodeId(name), by);
        return add(new RunEvent.Skewed(new NodeId(name), by));
    }

    public MemoryRun cut(String from, String to) {
        Link link = new Link(new NodeId(from), new NodeId(to));
        cut.add(link);
        return add(new RunEvent.Cut(List.of(link)));
    }

    public MemoryRun mend() {
        List<Link> mended = List.copyOf(cut);
        cut.clear();
        return add(new RunEvent.Mended(mended));
    }

    /** From now on these gateways stand before the nodes. */
    public MemoryRun gateways(GatewayState... states) {
        gateways = List.of(states);
        return this;
    }

    /** Adds a moment with this cause; the cluster is as it is. */
    public MemoryRun add(RunEvent cause) {
        List<NodeState> states = ids.stream().map(this::state).toList();
        snapshots.add(new Snapshot(
                snapshots.size(),
                step,
                step,
                time,
                phase,
                cause,
                states,
                gateways,
                messages,
                List.copyOf(queue),
                new HashSet<>(cut),
                trafficRules,
                offScript));
        return this;
    }

    private NodeState state(NodeId id) {
        long skew = skews.getOrDefault(id, 0L);
        Replica replica = replicas.get(id);
        if (replica == null) {
            return NodeState.dead(id, skew);
        }
        SortedMap<NodeId, Row> rows = new TreeMap<>();
        replica.peers().forEach(peer -> rows.put(peer, replica.row(peer)));
        int place = ids.indexOf(id);
        return new NodeState(
                id,
                frozen.containsKey(id) ? NodeState.Status.PAUSED : NodeState.Status.UP,
                4100 + place,
                OptionalInt.of(40211 + 6 * place),
                skew,
                rows,
                replica.entries());
    }
}
