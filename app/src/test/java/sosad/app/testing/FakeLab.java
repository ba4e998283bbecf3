package sosad.app.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import sosad.app.history.Fate;
import sosad.app.history.Happening;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.Moment;
import sosad.app.history.NodeState;
import sosad.app.history.Phase;
import sosad.app.play.Lab;
import sosad.app.play.LabException;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.app.scenario.Link;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Step;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Sizing;
import sosad.protocol.Update;
import sosad.protocol.Written;

/** A lab without processes for tests of the window: replicas in this process, every command done when it returns. */
public final class FakeLab implements Lab {
    private final Listener listener;
    private final TreeMap<NodeId, Replica> replicas = new TreeMap<>();
    private final Set<NodeId> paused = new HashSet<>();
    private final Set<Link> cut = new HashSet<>();
    private final List<Moment> moments = new ArrayList<>();
    private final List<Long> queue = new ArrayList<>();
    private final TreeMap<Long, Message> messages = new TreeMap<>();
    private Scenario scenario;
    private long time;
    private int step;
    private int script;
    private Phase phase = Phase.START;
    private boolean offScript;
    private long nextId = 1;
    private long stores;
    private boolean closed;

    public FakeLab(Listener listener) {
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Void> open(Scenario next) {
        return done(() -> {
            scenario = next;
            listener.opening(
                    next, "Starting %d nodes…".formatted(next.cluster().nodes().size()));
            begin();
            listener.opened(next, new History(moments));
            return null;
        });
    }

    private void begin() {
        replicas.clear();
        paused.clear();
        cut.clear();
        moments.clear();
        queue.clear();
        messages.clear();
        time = scenario.cluster().rules().startTime();
        step = 0;
        script = 0;
        phase = Phase.START;
        offScript = false;
        scenario.cluster().nodes().forEach(this::startReplica);
        record(new Happening.ClusterStarted());
    }

    private void startReplica(NodeId node) {
        replicas.put(
                node,
                new Replica(
                        node,
                        scenario.cluster().peersOf(node),
                        scenario.cluster().rules(),
                        ++stores,
                        Sizing.UNLIMITED));
    }

    @Override
    public CompletableFuture<Void> restart() {
        return open(scenario);
    }

    @Override
    public CompletableFuture<Void> back(boolean alsoInFlight) {
        return done(() -> {
            int stop = moments.size() - 1;
            Moment now = moments.get(stop);
            do {
                stop--;
            } while (stop > 0 && !isStop(moments.get(stop), alsoInFlight, now));
            int steps = moments.get(Math.max(0, stop)).step();
            boolean inFlight = moments.get(Math.max(0, stop)).phase() == Phase.IN_FLIGHT;
            begin();
            for (int i = 1; i <= steps; i++) {
                openScripted();
                if (i < steps || !inFlight) {
                    finish();
                }
            }
            listener.opened(scenario, new History(moments));
            return null;
        });
    }

    private static boolean isStop(Moment moment, boolean alsoInFlight, Moment now) {
        return moment.cause() instanceof Happening.StepDone
                || (alsoInFlight
                        && moment.cause() instanceof Happening.ActionsDone
                        && moment.step() <= now.step()
                        && !moment.queue().isEmpty());
    }

    @Override
    public CompletableFuture<Void> beginStep() {
        return done(() -> {
            finish();
            openScripted();
            return null;
        });
    }

    private void openScripted() {
        Step next = scenario.steps().get(script++);
        openStep(Math.max(next.time(), time + 1), next.title());
        next.actions().forEach(this::perform);
        phase = Phase.IN_FLIGHT;
        record(new Happening.ActionsDone());
    }

    private void openStep(long newTime, Optional<String> title) {
        messages.values().removeIf(message -> message.fate().isFinal());
        time = newTime;
        step++;
        phase = Phase.ACTING;
        record(new Happening.StepOpened(time, title));
    }

    @Override
    public CompletableFuture<Boolean> deliverNext() {
        return done(() -> {
            if (queue.isEmpty()) {
                finish();
            } else {
                deliverNow(queue.get(0));
                if (queue.isEmpty()) {
                    finish();
                }
            }
            return phase == Phase.IN_FLIGHT;
        });
    }

    @Override
    public CompletableFuture<Void> finishStep() {
        return done(() -> {
            finish();
            return null;
        });
    }

    private void finish() {
        while (!queue.isEmpty()) {
            deliverNow(queue.get(0));
        }
        if (phase == Phase.IN_FLIGHT) {
            phase = Phase.DELIVERED;
            record(new Happening.StepDone());
        }
    }

    private void deliverNow(long id) {
        queue.remove(id);
        Message message = messages.get(id);
        Replica receiver = replicas.get(message.to());
        if (receiver == null) {
            settle(message.with(Fate.LOST, message.to() + " is dead"), Happening.Handling.LOST);
            return;
        }
        var received = receiver.receive(message.update());
        Message delivered = message.with(Fate.DELIVERED, "");
        messages.put(id, delivered);
        record(new Happening.Delivered(delivered, received.applied(), false));
    }

    private void settle(Message message, Happening.Handling handling) {
        messages.put(message.id(), message);
        record(new Happening.Handled(message, handling));
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> act(Action action) {
        return done(() -> {
            boolean isGet = action instanceof Action.Get;
            if (phase != Phase.IN_FLIGHT && !isGet) {
                openStep(time + 1, Optional.empty());
                phase = Phase.IN_FLIGHT;
            }
            offScript |= !isGet;
            return perform(action);
        });
    }

    private Optional<ClientReply> perform(Action action) {
        if (action instanceof Action.Put put) {
            Written written = replica(put.at()).put(put.key(), put.value(), time);
            record(new Happening.Wrote(put.at(), written.entry(), written.lost(), false));
            return Optional.of(new ClientReply("OK", false, 412));
        } else if (action instanceof Action.Delete delete) {
            Written written = replica(delete.at()).delete(delete.key(), time);
            record(new Happening.Wrote(delete.at(), written.entry(), written.lost(), false));
            return Optional.of(new ClientReply(written.hadValue() ? "1" : "0", false, 398));
        } else if (action instanceof Action.Get get) {
            Optional<Value> value = replica(get.at()).entry(get.key()).flatMap(entry -> entry.value());
            record(new Happening.Read(get.at(), get.key(), value));
            return Optional.of(new ClientReply(value.map(Value::text).orElse("(nil)"), false, 287));
        } else if (action instanceof Action.Push push) {
            for (NodeId to : push.to().orElse(scenario.cluster().peersOf(push.from()))) {
                replica(push.from()).push(to).forEach(update -> send(update, push.fates()));
            }
        } else if (action instanceof Action.Sync sync) {
            Replica from = replica(sync.from());
            for (NodeId to : sync.to().orElseGet(from::syncDestinations)) {
                from.sync(to, key -> sync.keys().map(keys -> keys.contains(key)).orElse(true))
                        .forEach(update -> send(update, sync.fates()));
            }
        } else {
            performOnNode(action);
        }
        return Optional.empty();
    }

    private void performOnNode(Action action) {
        if (action instanceof Action.Kill kill) {
            replica(kill.node());
            replicas.remove(kill.node());
            record(new Happening.Killed(kill.node()));
        } else if (action instanceof Action.Start start) {
            startReplica(start.node());
            record(new Happening.Started(start.node()));
        } else if (action instanceof Action.Pause pause) {
            paused.add(pause.node());
            record(new Happening.Paused(pause.node()));
        } else if (action instanceof Action.Resume resume) {
            paused.remove(resume.node());
            record(new Happening.Resumed(resume.node()));
        } else if (action instanceof Action.Cut cutting) {
            cut.addAll(cutting.links());
            record(new Happening.Cut(cutting.links()));
        }
    }

    private Replica replica(NodeId node) {
        Replica replica = replicas.get(node);
        if (replica == null) {
            throw new LabException("%s is dead: start it first.".formatted(node));
        }
        return replica;
    }

    private void send(Update update, Fates fates) {
        Message message = new Message(nextId++, update, 1, Fate.IN_FLIGHT, step, "");
        if (fates.lose().contains(update.to())) {
            message = message.with(Fate.LOST, "the scenario loses it");
        } else if (!replicas.containsKey(update.to())) {
            message = message.with(Fate.LOST, update.to() + " is dead");
        } else if (cut.contains(new Link(update.from(), update.to()))) {
            message = message.with(Fate.LOST, "the link is cut");
        } else if (fates.hold().contains(update.to())) {
            message = message.with(Fate.HELD, "the scenario holds it");
        } else {
            queue.add(message.id());
        }
        messages.put(message.id(), message);
        record(new Happening.Sent(message));
    }

    @Override
    public CompletableFuture<Void> tick() {
        return done(() -> {
            finish();
            openStep(time + 1, Optional.empty());
            phase = Phase.IN_FLIGHT;
            offScript = true;
            record(new Happening.ActionsDone());
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> deliver(long message) {
        return byHand(() -> deliverNow(message));
    }

    @Override
    public CompletableFuture<Void> drop(long message) {
        return byHand(() -> {
            queue.remove(message);
            settle(messages.get(message).with(Fate.LOST, "dropped by hand"), Happening.Handling.LOST);
        });
    }

    @Override
    public CompletableFuture<Void> duplicate(long message) {
        return byHand(() -> settle(messages.get(message).withCopies(2), Happening.Handling.DUPLICATED));
    }

    @Override
    public CompletableFuture<Void> hold(long message) {
        return byHand(() -> {
            queue.remove(message);
            settle(messages.get(message).with(Fate.HELD, "held by hand"), Happening.Handling.HELD);
        });
    }

    @Override
    public CompletableFuture<Void> trim(long message, Set<Key> keys) {
        return byHand(() -> {
            Message old = messages.get(message);
            settle(old.withUpdate(old.update().without(keys)), Happening.Handling.TRIMMED);
        });
    }

    private CompletableFuture<Void> byHand(Runnable handling) {
        return done(() -> {
            offScript = true;
            handling.run();
            return null;
        });
    }

    private void record(Happening cause) {
        List<NodeState> nodes =
                scenario.cluster().nodes().stream().map(this::state).toList();
        List<Message> present = messages.values().stream()
                .sorted(Comparator.comparingLong(Message::id))
                .toList();
        moments.add(new Moment(moments.size(), step, time, phase, cause, nodes, present, queue, cut, offScript));
        listener.happened(new History(moments));
    }

    private NodeState state(NodeId node) {
        Replica replica = replicas.get(node);
        if (replica == null) {
            return NodeState.dead(node, 0);
        }
        Map<NodeId, Row> rows = new TreeMap<>();
        replica.peers().forEach(peer -> rows.put(peer, replica.row(peer)));
        return new NodeState(
                node,
                paused.contains(node) ? NodeState.Status.PAUSED : NodeState.Status.UP,
                4_000 + node.name().charAt(0),
                OptionalInt.of(40_205 + 6 * (node.name().charAt(0) - '@')),
                0,
                new TreeMap<>(rows),
                replica.entries());
    }

    private static <T> CompletableFuture<T> done(Callable<T> command) {
        try {
            return CompletableFuture.completedFuture(command.call());
        } catch (Exception failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }
}
