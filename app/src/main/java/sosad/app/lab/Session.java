package sosad.app.lab;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import sosad.app.cluster.Cluster;
import sosad.app.history.History;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.process.NodeException;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.model.Entry;
import sosad.model.NodeId;

/** One cluster of a lab from its start to its end. Used by the lab's thread alone, except where said. */
final class Session implements Cluster.Listener {
    /** How often a live cluster is looked at, unless that takes more than a tenth of the time. */
    private static final long LOOK_NANOS = 250_000_000;

    private static final int LOOK_SHARE = 10;

    private static final SecureRandom CHANCE = new SecureRandom();

    private final Scenario scenario;
    private final RunRecord record = new RunRecord();
    private final HistoryRecorder telling;
    private final Cluster cluster;
    private final Supervision care;
    private Player player;
    private Optional<LiveRun> live = Optional.empty();
    private long lookAgainNanos;
    private final Lab.Listener listener;
    private final Consumer<Runnable> later;
    private final AtomicBoolean polling = new AtomicBoolean();
    private volatile boolean isLive;
    private boolean isClosed;

    /**
     * A session whose cluster is not started yet.
     *
     * @param later runs what it is given on the lab's thread
     */
    Session(Scenario scenario, LabActor.ClusterFactory clusters, Lab.Listener listener, Consumer<Runnable> later) {
        this.scenario = scenario;
        this.listener = listener;
        this.telling = new HistoryRecorder(listener, System::nanoTime);
        this.later = later;
        this.cluster = clusters.create(scenario.cluster(), this);
        this.care = new Supervision(scenario.cluster(), cluster, later, listener, this::start);
    }

    Scenario scenario() {
        return scenario;
    }

    /** The inputs so far. */
    RunRecord record() {
        return record;
    }

    Supervision care() {
        return care;
    }

    /** Returns whether the nodes run by their own clocks. Called on any thread. */
    boolean isLive() {
        return isLive;
    }

    /** The supervisor starts a process. One that still runs hangs: it is killed first, and that is told as a death. */
    private void start(NodeId process) {
        if (live.isPresent()) {
            live.get().faults().restart(process);
            return;
        }
        if (present().isLive(process)) {
            cluster.kill(process);
            hasDied(process, "did not answer and was killed");
        }
        take(new Input.Act(new Action.Start(process, false)));
    }

    private void hasDied(NodeId process, String lastWords) {
        player.died(process, lastWords);
        record.add(new Input.Death(process), present());
    }

    void start() {
        cluster.startAll();
        player = new Player(scenario, cluster, this::happened);
    }

    private void happened(Snapshot snapshot) {
        telling.happened(snapshot);
        care.happened(snapshot.cause());
    }

    /** The record of the run after these of its inputs. */
    History upTo(List<RunRecord.Done> kept) {
        return telling.history()
                .first(kept.isEmpty() ? 1 : kept.get(kept.size() - 1).after().index() + 1);
    }

    History history() {
        return telling.history();
    }

    private Snapshot present() {
        return telling.present();
    }

    /** Repeats a recorded run and says plainly if it does not come out the same. */
    void repeat(List<RunRecord.Done> inputs) {
        for (RunRecord.Done done : inputs) {
            try {
                take(done.input());
            } catch (LabException e) {
                listener.logged(e.getMessage()); // it failed in the same way the first time
            }
            if (!RunRecord.comparable(present()).equals(RunRecord.comparable(done.after()))) {
                listener.failed(
                        "Going back did not repeat the run: the nodes' tables differ from those recorded.",
                        "Press Restart to begin again.");
                break;
            }
        }
        telling.begin();
    }

    LiveRun live() {
        return live.orElseThrow(() -> new LabException("the cluster is not live; go live first"));
    }

    /** What was done to a live cluster is to be seen at once. */
    void lookSoon() {
        lookAgainNanos = System.nanoTime();
    }

    void goLive() {
        if (live.isEmpty()) {
            live = Optional.of(
                    new LiveRun(player, present(), CHANCE.nextLong(1_000_000), later::accept, listener::logged));
            isLive = true;
        }
    }

    void stopClocks() {
        LiveRun ending = live();
        live = Optional.empty();
        isLive = false;
        telling.atOnce(ending::stop);
    }

    /** Does what is due on a live cluster and looks at it; what takes long to look at is looked at seldom. */
    void tick() {
        live.ifPresent(this::tick);
    }

    private void tick(LiveRun running) {
        cluster.poll();
        running.tick();
        care.follow(running.cluster());
        long begin = System.nanoTime();
        if (begin - lookAgainNanos >= 0) {
            Snapshot before = present();
            telling.becomes(running.look(before));
            tellCare(before, present());
            listener.lived(history(), running.state());
            long tookNanos = System.nanoTime() - begin;
            lookAgainNanos = begin + Math.max(LOOK_NANOS, LOOK_SHARE * tookNanos);
        }
    }

    private void tellCare(Snapshot before, Snapshot now) {
        now.gateways().forEach(gateway -> {
            if (gateway.isLive() != before.isLive(gateway.id())) {
                care.happened(
                        gateway.isLive() ? new RunEvent.Started(gateway.id()) : new RunEvent.Killed(gateway.id()));
            }
        });
        now.nodes().forEach(node -> {
            Status was = before.node(node.id()).status();
            if (node.status() != was) {
                care.happened(change(node.id(), was, node.status()));
            }
        });
    }

    private static RunEvent change(NodeId node, Status was, Status is) {
        return switch (is) {
            case DEAD -> new RunEvent.Killed(node);
            case PAUSED -> new RunEvent.Paused(node);
            case UP -> was == Status.PAUSED ? new RunEvent.Resumed(node) : new RunEvent.Started(node);
        };
    }

    /** Carries out an action by hand, on a live cluster or as an input of the run. */
    CompletableFuture<Optional<Lab.ClientReply>> act(Action action) {
        if (live.isEmpty()) {
            return CompletableFuture.completedFuture(take(new Input.Act(action)));
        }
        try {
            return live.get().act(action);
        } catch (NodeException e) { // that it cannot be done is no failure of the lab
            throw new LabException(e.getMessage());
        }
    }

    Optional<Lab.ClientReply> take(Input input) {
        if (live.isPresent()) {
            throw new LabException("the nodes run by their own clocks; stop the clocks first");
        }
        int before = present().index();
        boolean done = false;
        try {
            Optional<Lab.ClientReply> reply = input.apply(player);
            done = true;
            return reply;
        } finally {
            telling.tell();
            if (done || present().index() > before) { // what was refused is no part of the run
                record.add(input, present());
            }
        }
    }

    boolean deliverNext() {
        take(Input.StepCommand.DELIVER_NEXT);
        return player.phase() == Phase.IN_FLIGHT;
    }

    void finishStep() {
        while (player.phase() == Phase.IN_FLIGHT) {
            take(Input.StepCommand.DELIVER_NEXT);
        }
    }

    /** Called on any thread. */
    @Override
    public void somethingCame() {
        if (polling.compareAndSet(false, true)) {
            later.accept(() -> {
                polling.set(false);
                if (!isClosed && player != null) {
                    cluster.poll();
                }
            });
        }
    }

    @Override
    public void outsideWrite(NodeId node, Entry entry, boolean lost) {
        if (live.isPresent()) {
            return; // a live node's clients are all outside
        }
        player.outsideWrite(node, entry, lost);
        Action write = entry.value()
                .<Action>map(value -> new Action.Put(node, entry.key(), value))
                .orElseGet(() -> new Action.Delete(node, entry.key()));
        record.add(new Input.OutsideWrite(write), present());
    }

    @Override
    public void died(NodeId node, String lastWords) {
        if (live.map(running -> running.faults().isToEnd(node)).orElse(false)) {
            listener.logged("%s %s".formatted(node, lastWords));
            return;
        }
        if (live.isPresent()) {
            listener.failed("%s %s".formatted(node, lastWords), "Start it again, or heal everything.");
            return;
        }
        hasDied(node, lastWords);
        String kind = scenario.cluster().nodes().contains(node) ? "Node" : "Gateway";
        listener.failed("%s %s %s".formatted(kind, node, lastWords), "Start it again, or press Restart.");
    }

    /** Called on any thread. */
    @Override
    public void logged(NodeId node, String line) {
        listener.logged("%s: %s".formatted(node, line));
    }

    void close() {
        live.ifPresent(LiveRun::close);
        isLive = false;
        isClosed = true;
        cluster.close();
    }
}
