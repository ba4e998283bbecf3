package sosad.app.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.scenario.Scenario.Step;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Saved;
import sosad.protocol.Sizing;
import sosad.protocol.Update;

/**
 * Plays a scenario on replicas within this process: enough of the format for the bundled lessons, so that what they
 * claim is proved without starting a node. It stays independent of the lab and of {@code sosad.sim}, since the lab is
 * checked against it.
 */
final class ModelRun {
    private final ClusterPlan cluster;
    private final TreeMap<NodeId, Replica> live = new TreeMap<>();
    private final Map<NodeId, NodeId> turns = new HashMap<>();
    private final Set<Link> cut = new HashSet<>();
    private final Set<NodeId> paused = new HashSet<>();
    private final List<Flight> queue = new ArrayList<>();
    private final List<Flight> held = new ArrayList<>();
    private final List<Flight> waiting = new ArrayList<>();
    private final List<Flight> lostNow = new ArrayList<>();
    private final List<String> unmet = new ArrayList<>();
    private final Map<Long, List<NodeState>> states = new TreeMap<>();
    private final Map<Long, List<Update>> sent = new TreeMap<>();
    private final int lost;
    private int delivered;
    private long time;
    private long stores;

    /** One copy of a message on its way. */
    private static final class Flight {
        Update update;
        boolean corrupt;
        int steps;

        Flight(Update update) {
            this.update = update;
        }

        boolean isOn(Link link) {
            return link.equals(new Link(update.from(), update.to()));
        }
    }

    private ModelRun(ClusterPlan cluster, int lost) {
        this.cluster = cluster;
        this.lost = lost;
        this.time = cluster.rules().startTime();
        cluster.nodes().forEach(this::start);
        states.put(time, snapshot());
    }

    static ModelRun of(Scenario scenario) {
        return losing(-1, scenario);
    }

    /**
     * The scenario with a fault: of the messages that would be delivered, the one with this number, from 0, is lost.
     */
    static ModelRun losing(int message, Scenario scenario) {
        ModelRun run = new ModelRun(scenario.cluster(), message);
        scenario.steps().forEach(run::play);
        return run;
    }

    /** The expectations that were not met, each with the time of its step. */
    private List<NodeId> peersOf(NodeId node) {
        return cluster.nodes().stream().filter(other -> !other.equals(node)).toList();
    }

    List<String> unmet() {
        return unmet;
    }

    /** Returns how many messages were delivered. */
    int delivered() {
        return delivered;
    }

    /** The nodes at the end of the step at {@code time}. */
    List<NodeState> at(long time) {
        return states.get(time);
    }

    /** Returns what was composed in the step at {@code time}, as {@code A -> B push: waffle@2}. */
    List<String> sentAt(long time) {
        return sent.get(time).stream()
                .map(update -> "%s -> %s %s: %s"
                        .formatted(
                                update.from(),
                                update.to(),
                                update.kind(),
                                update.changes().stream()
                                        .map(change -> change.key() + "@" + change.timestamp())
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private void play(Step step) {
        time = step.time();
        sent.put(time, new ArrayList<>());
        lostNow.clear();
        List<Flight> due = held.stream()
                .filter(flight -> flight.steps > 0 && --flight.steps == 0)
                .toList();
        held.removeAll(due);
        due.forEach(this::enter);
        List<Action> all = new ArrayList<>(step.actions());
        all.addAll(step.inFlight());
        all.forEach(this::act);
        while (!queue.isEmpty()) {
            deliver(queue.remove(0));
        }
        states.put(time, snapshot());
        for (Action action : all) {
            if (action instanceof Action.Expect expect) {
                check(expect.expectation().toString(), isMet(expect.expectation()));
            }
        }
    }

    private void deliver(Flight flight) {
        NodeId to = flight.update.to();
        if (paused.contains(to)) {
            waiting.add(flight);
        } else if (!live.containsKey(to) || flight.corrupt) {
            lostNow.add(flight);
        } else if (delivered++ != lost) {
            live.get(to).receive(flight.update);
        }
    }

    private boolean isUp(NodeId node) {
        return live.containsKey(node) && !paused.contains(node);
    }

    private void act(Action action) {
        if (action instanceof Action.Put put
                && (put.access().viaGateway() || isUp(put.access().name()))) {
            live.get(asked(put.access())).put(put.key(), put.value(), time);
        } else if (action instanceof Action.Get get) {
            if (get.mode() == ReadMode.NEWEST) {
                repair(get.key());
            }
            Optional<Value> held = value(asked(get.access()), get.key());
            get.expected().ifPresent(expected -> check(get.toString(), held.equals(expected)));
        } else if (action instanceof Action.Push push && isUp(push.from())) {
            for (NodeId to : push.to().orElse(peersOf(push.from()))) {
                live.get(push.from()).push(to).forEach(update -> send(update, push.fates()));
            }
        } else if (action instanceof Action.Sync sync && isUp(sync.from())) {
            Replica from = live.get(sync.from());
            for (NodeId to : sync.to().orElseGet(from::syncDestinations)) {
                from.sync(to, key -> sync.keys().map(keys -> keys.contains(key)).orElse(true))
                        .forEach(update -> send(update, sync.fates()));
            }
        } else if (action instanceof Action.Deliver deliver) {
            nth(held, deliver.link(), deliver.nth()).filter(held::remove).ifPresent(this::enter);
        } else if (action instanceof Action.Discard discard) {
            nth(held, discard.link(), discard.nth()).ifPresent(held::remove);
        } else if (action instanceof Action.Trim trim) {
            nth(held, trim.link(), trim.nth()).ifPresent(flight -> flight.update = flight.update.without(trim.keys()));
        } else if (action instanceof Action.Handle handle) {
            boolean restores = handle.action().kind() == MessageAction.Kind.RESTORE;
            nth(restores ? lostNow : queue, handle.link(), handle.nth())
                    .ifPresent(flight -> handle(flight, handle.action()));
        } else if (action instanceof Action.Kill kill) {
            live.remove(kill.node());
            paused.remove(kill.node());
            lostNow.addAll(takeWaiting(kill.node()));
        } else if (action instanceof Action.Pause pause && isUp(pause.node())) {
            paused.add(pause.node());
        } else if (action instanceof Action.Resume resume && paused.remove(resume.node())) {
            takeWaiting(resume.node()).forEach(queue::add);
        } else if (action instanceof Action.Start start && !live.containsKey(start.node())) {
            Replica replica = start(start.node());
            peersOf(start.node()).forEach(peer -> send(replica.hello(peer), Fates.NONE));
        } else if (action instanceof Action.Cut some) {
            cut.addAll(some.links());
        } else if (action instanceof Action.Mend) {
            cut.clear();
        } else if (!(action instanceof Action.Expect) && !mayFail(action)) {
            throw new UnsupportedOperationException("this model plays no " + action);
        }
    }

    /** Returns what cannot be done changes nothing. */
    private static boolean mayFail(Action action) {
        return action instanceof Action.Put
                || action instanceof Action.Push
                || action instanceof Action.Sync
                || action instanceof Action.Pause
                || action instanceof Action.Resume
                || action instanceof Action.Start;
    }

    private void handle(Flight flight, MessageAction action) {
        int place = queue.indexOf(flight);
        switch (action.kind()) {
            case DELIVER -> deliver(queue.remove(place));
            case LOSE -> lostNow.add(queue.remove(place));
            case HOLD -> held.add(queue.remove(place));
            case DELAY -> {
                flight.steps = ((MessageAction.DelayBy) action).steps();
                held.add(queue.remove(place));
            }
            case DUPLICATE -> queue.add(place + 1, new Flight(flight.update));
            case CORRUPT -> flight.corrupt = true;
            case TRIM -> flight.update = flight.update.without(((MessageAction.Trim) action).keys());
            case RESTORE -> {
                lostNow.remove(flight);
                enter(flight);
            }
            case REORDER -> throw new UnsupportedOperationException("no file says this");
        }
    }

    private static Optional<Flight> nth(List<Flight> flights, Link link, int nth) {
        return flights.stream()
                .filter(flight -> flight.isOn(link))
                .skip(nth - 1)
                .findFirst();
    }

    private List<Flight> takeWaiting(NodeId node) {
        List<Flight> taken = waiting.stream()
                .filter(flight -> flight.update.to().equals(node))
                .toList();
        waiting.removeAll(taken);
        return taken;
    }

    /** A gateway takes turns among the live nodes. */
    private NodeId asked(Access access) {
        if (!access.viaGateway()) {
            return access.name();
        }
        NodeId last = turns.getOrDefault(access.name(), live.lastKey());
        NodeId next = Optional.ofNullable(live.higherKey(last)).orElseGet(live::firstKey);
        turns.put(access.name(), next);
        return next;
    }

    /** What a read of the newest leaves behind, no link being cut: every live node has it. */
    private void repair(Key key) {
        live.values().stream()
                .flatMap(replica -> replica.entry(key).stream())
                .max(Comparator.comparing(Entry::version))
                .ifPresent(newest -> live.values().forEach(replica -> replica.adopt(newest)));
    }

    private Replica start(NodeId node) {
        Replica replica = new Replica(node, peersOf(node), cluster.rules(), Saved.nothing(++stores), Sizing.UNLIMITED);
        live.put(node, replica);
        return replica;
    }

    private void send(Update update, Fates fates) {
        sent.get(time).add(update);
        NodeId to = update.to();
        Flight flight = new Flight(update);
        if (fates.lose().contains(to)) {
            lostNow.add(flight);
        } else if (fates.hold().contains(to) || fates.delay().containsKey(to)) {
            flight.steps = fates.hold().contains(to) ? 0 : fates.delay().get(to);
            held.add(flight);
        } else {
            flight.corrupt = fates.corrupt().contains(to);
            enter(flight);
            if (!flight.corrupt && fates.duplicate().contains(to)) {
                enter(new Flight(update));
            }
        }
    }

    /** A message goes onto its link. */
    private void enter(Flight flight) {
        NodeId to = flight.update.to();
        if (cut.contains(new Link(flight.update.from(), to)) || !live.containsKey(to)) {
            lostNow.add(flight);
        } else {
            (paused.contains(to) ? waiting : queue).add(flight);
        }
    }

    private void check(String claim, boolean met) {
        if (!met) {
            unmet.add(String.format(Locale.ROOT, "T=%d: %s", time, claim));
        }
    }

    private boolean isMet(Expectation expectation) {
        if (expectation instanceof Expectation.Holds holds) {
            return value(holds.at(), holds.key()).equals(Optional.of(holds.value()));
        } else if (expectation instanceof Expectation.Lacks lacks) {
            return value(lacks.at(), lacks.key()).isEmpty();
        } else if (expectation instanceof Expectation.RowIs row) {
            Row held = live.get(row.at()).row(row.peer());
            return held.now() == row.now() && held.prev() == row.prev();
        }
        return ((Expectation.Converged) expectation).converged()
                == (live.values().stream().map(ModelRun::values).distinct().count() == 1);
    }

    private Optional<Value> value(NodeId node, Key key) {
        return live.get(node).entry(key).flatMap(Entry::value);
    }

    private static Map<Key, Value> values(Replica replica) {
        return replica.entries().stream()
                .filter(entry -> !entry.isTombstone())
                .collect(Collectors.toMap(Entry::key, entry -> entry.value().orElseThrow()));
    }

    private List<NodeState> snapshot() {
        return cluster.nodes().stream()
                .map(node -> live.containsKey(node)
                        ? state(live.get(node), paused.contains(node) ? Status.PAUSED : Status.UP)
                        : NodeState.dead(node, 0))
                .toList();
    }

    private static NodeState state(Replica replica, Status status) {
        TreeMap<NodeId, Row> rows = new TreeMap<>();
        replica.peers().forEach(peer -> rows.put(peer, replica.row(peer)));
        return new NodeState(replica.id(), status, 1, OptionalInt.empty(), 0, rows, replica.entries());
    }
}
