package sosad.app.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.replay.RecordedNode.Begun;
import sosad.app.replay.RecordedNode.Ended;
import sosad.app.replay.RecordedNode.Item;
import sosad.app.replay.RecordedNode.Taken;
import sosad.engine.EngineInput;
import sosad.message.NodeMessage;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Received;
import sosad.protocol.Received.SenderStatus;
import sosad.record.Replayed;

/**
 * Puts the records of all nodes of a cluster into one order: that of each node, each message sent before it arrives,
 * and otherwise by the clock of the machine that all share.
 */
public final class LivedMerge {
    /** The most moments that are kept, the newest ones. */
    public static final int MAX_MOMENTS = 100_000;

    private final List<RecordedNode> nodes = new ArrayList<>();
    private final Map<NodeId, LivedTables> tables = new LinkedHashMap<>();
    private final Map<NodeId, NodeState> states = new LinkedHashMap<>();
    private final Set<Long> arriving = new HashSet<>();
    private final Set<Long> toBeSent = new HashSet<>();
    private final Map<Long, Message> inFlight = new LinkedHashMap<>();
    private final List<LivedMoment> moments = new ArrayList<>();
    private final Set<Long> underWay;
    private final LossReasons losses;
    private final int step;
    private final int maxMoments;
    private final SortedMap<NodeId, Integer> taken = new TreeMap<>();
    private List<NodeState> all = List.of();
    private List<Integer> reached = List.of();
    private Optional<List<NodeState>> begin = Optional.empty();
    private List<Integer> reachedAtBegin = List.of();
    private long keptSince = Long.MIN_VALUE;
    private boolean isThinned;

    private LivedMerge(
            Collection<NodeId> names,
            Set<NodeId> up,
            List<Stretch> stretches,
            Set<Long> underWay,
            LossReasons losses,
            int step,
            int most) {
        this.underWay = underWay;
        this.losses = losses;
        this.step = step;
        this.maxMoments = most;
        names.forEach(name -> {
            nodes.add(new RecordedNode(
                    name,
                    stretches.stream()
                            .filter(stretch -> stretch.node().equals(name))
                            .toList()));
            tables.put(name, new LivedTables(name));
            states.put(name, NodeState.dead(name, 0));
            taken.put(name, 0);
        });
        nodes.stream().filter(node -> up.contains(node.node())).forEach(this::begin);
        all = List.copyOf(states.values());
        reached = List.copyOf(taken.values());
        reachedAtBegin = reached;
    }

    /**
     * Merges the records.
     *
     * @param names the nodes of the cluster, in alphabetical order
     * @param up those of them that were up when the cluster went live
     * @param underWay the numbers of the messages that were under way at the end; others that have not arrived never
     *     will
     * @param losses why those have not arrived
     * @param step the step of the run to which it belongs
     * @throws RecordFileException if a record cannot be read
     */
    public static LivedRun of(
            Collection<NodeId> names,
            Set<NodeId> up,
            List<Stretch> stretches,
            Set<Long> underWay,
            LossReasons losses,
            int step) {
        return of(names, up, stretches, underWay, losses, step, MAX_MOMENTS);
    }

    static LivedRun of(
            Collection<NodeId> names,
            Set<NodeId> up,
            List<Stretch> stretches,
            Set<Long> underWay,
            LossReasons losses,
            int step,
            int most) {
        return new LivedMerge(names, up, stretches, underWay, losses, step, most).merge();
    }

    private void begin(RecordedNode node) {
        if (node.items().peek() instanceof Begun begun) {
            node.items().remove();
            taken.merge(node.node(), 1, Integer::sum);
            tables.get(node.node()).begin(begun.state().replica());
            states.put(node.node(), tables.get(node.node()).state());
        }
    }

    private LivedRun merge() {
        survey();
        for (Optional<RecordedNode> next = next(); next.isPresent(); next = next()) {
            NodeId node = next.get().node();
            if (begin.isEmpty()) {
                reachedAtBegin = reached;
            }
            taken.merge(node, 1, Integer::sum);
            reached = List.copyOf(taken.values());
            take(node, next.get().items().remove());
        }
        return new LivedRun(
                begin.orElse(all),
                begin.isPresent() ? reachedAtBegin : reached,
                moments,
                isThinned ? OptionalLong.of(keptSince) : OptionalLong.empty(),
                List.copyOf(inFlight.values()),
                reached,
                nodes.stream().flatMap(node -> node.differing().stream()).toList());
    }

    /** Finds out which messages arrive, and from when on there is room for everything. */
    private void survey() {
        LongStream.Builder times = LongStream.builder();
        for (RecordedNode node : nodes) {
            node.detailSince().ifPresent(since -> {
                isThinned = true;
                keptSince = Math.max(keptSince, since);
            });
            for (Item item : node.items()) {
                if (item instanceof Taken taken) {
                    RecordedNode.arrival(taken.input()).ifPresent(arriving::add);
                    taken.input().sent().forEach(message -> toBeSent.add(message.id()));
                    LongStream.range(0, moments(taken.input())).forEach(i -> times.add(taken.epochMillis()));
                }
            }
        }
        long[] sorted = times.build().sorted().toArray();
        if (sorted.length > maxMoments) {
            isThinned = true;
            keptSince = Math.max(keptSince, sorted[sorted.length - maxMoments] + 1);
        }
    }

    private static int moments(Replayed input) {
        return input.sent().size()
                + (input.written().isPresent() || RecordedNode.arrival(input).isPresent() ? 1 : 0);
    }

    /** The node of which something comes next; should none be ready, the one whose next is the earliest. */
    private Optional<RecordedNode> next() {
        Optional<RecordedNode> earliest = Optional.empty();
        Optional<RecordedNode> ready = Optional.empty();
        for (RecordedNode node : nodes) {
            if (!node.items().isEmpty()) {
                earliest = earlier(earliest, node);
                ready = isReady(node.items().peek()) ? earlier(ready, node) : ready;
            }
        }
        return ready.isPresent() ? ready : earliest;
    }

    private static Optional<RecordedNode> earlier(Optional<RecordedNode> one, RecordedNode other) {
        boolean isEarlier = one.isEmpty()
                || other.items().peek().epochMillis() < one.get().items().peek().epochMillis();
        return isEarlier ? Optional.of(other) : one;
    }

    /** A message arrives after it was sent, if that is in a record. */
    private boolean isReady(Item item) {
        return !(item instanceof Taken taken)
                || RecordedNode.arrival(taken.input())
                        .filter(toBeSent::contains)
                        .isEmpty();
    }

    private void take(NodeId node, Item item) {
        if (item instanceof Begun begun) {
            tables.get(node).begin(begun.state().replica());
            changed(node);
            if (begun.isStart()) {
                add(new RunEvent.Started(node), item.epochMillis(), List.of());
            }
        } else if (item instanceof Ended) {
            tables.get(node).die();
            changed(node);
            add(new RunEvent.Killed(node), item.epochMillis(), List.of());
        } else {
            take(node, ((Taken) item).input());
        }
    }

    private void take(NodeId node, Replayed input) {
        if (begin.isEmpty() && input.epochMillis() >= keptSince) {
            begin = Optional.of(all);
        }
        tables.get(node).take(input);
        if (moments(input) == 0) {
            return; // what it has changed is not to be seen
        }
        changed(node);
        input.written()
                .ifPresent(written -> add(
                        new RunEvent.Wrote(node, written.entry(), written.lost(), true),
                        input.epochMillis(),
                        List.of()));
        if (input.input() instanceof EngineInput.Receive receive) {
            boolean isStraggler = input.received()
                    .filter(received -> received.status() == SenderStatus.STRAGGLER)
                    .isPresent();
            arrived(
                    receive.message(),
                    input,
                    input.received().map(Received::applied).orElse(List.of()),
                    isStraggler);
        } else if (input.input() instanceof EngineInput.Hear hear) {
            arrived(hear.message(), input, input.adopted().stream().toList(), false);
        }
        input.sent().forEach(message -> sent(message, input.epochMillis()));
    }

    private void arrived(NodeMessage message, Replayed input, List<Entry> applied, boolean isStraggler) {
        Message known = inFlight.remove(message.id());
        Message delivered = (known == null ? message(message) : known).with(Fate.DELIVERED, "");
        add(new RunEvent.Delivered(delivered, applied, isStraggler), input.epochMillis(), List.of(delivered));
    }

    private Message message(NodeMessage message) {
        return new Message(message.id(), message.content(), 1, Fate.IN_FLIGHT, step, "");
    }

    private void sent(NodeMessage message, long epochMillis) {
        toBeSent.remove(message.id());
        Message fresh = message(message);
        if (arriving.contains(message.id()) || underWay.contains(message.id())) {
            inFlight.put(message.id(), fresh);
            add(new RunEvent.Sent(fresh), epochMillis, List.of());
        } else {
            Message lost = fresh.with(Fate.LOST, why(fresh, epochMillis));
            add(new RunEvent.Sent(lost), epochMillis, List.of(lost));
        }
    }

    private String why(Message lost, long epochMillis) {
        if (!states.get(lost.to()).hasProcess()) {
            return lost.to() + " is dead";
        }
        return losses.of(new Link(lost.from(), lost.to()), epochMillis).orElse("it never arrived");
    }

    private void changed(NodeId node) {
        states.put(node, tables.get(node).state());
        all = List.copyOf(states.values());
    }

    private void add(RunEvent what, long epochMillis, List<Message> settled) {
        if (epochMillis >= keptSince && (begin.isPresent() || !isThinned)) {
            List<Message> shown = new ArrayList<>(inFlight.values());
            shown.addAll(settled);
            moments.add(new LivedMoment(what, epochMillis, all, shown, reached));
        }
    }
}
