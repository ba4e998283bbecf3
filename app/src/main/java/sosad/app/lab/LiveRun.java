package sosad.app.lab;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import sosad.app.client.ClientReply;
import sosad.app.cluster.LiveCluster;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkCounts;
import sosad.app.fabric.PassedMessages;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveClients;
import sosad.app.lab.live.LiveFaults;
import sosad.app.lab.live.LiveMeasurements;
import sosad.app.lab.live.LivePerformer;
import sosad.app.lab.live.LiveRecorder;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.lab.live.PerSecond;
import sosad.app.lab.live.VerdictWatch;
import sosad.app.process.NodeException;
import sosad.app.replay.LivedMerge;
import sosad.app.replay.LivedRun;
import sosad.app.replay.RecordFileException;
import sosad.app.replay.Stretch;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/** The part of a run in which the nodes run by their own clocks. */
final class LiveRun implements Run {
    /** The interval at which the cluster is looked at, unless that takes more than a tenth of the time. */
    private static final long LOOK_NANOS = 250_000_000;

    private static final int LOOK_SHARE = 10;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final StepRun before;
    private final Consumer<LabEvent> listener;
    private final LiveCluster cluster;
    private final LiveFaults faults;
    private final LivePerformer performer;
    private final LiveClients clients;
    private final PerSecond perSecond = new PerSecond();
    private final PerSecond bytesPerSecond = new PerSecond();
    private final VerdictWatch verdict;
    private final LiveRecorder recorder = new LiveRecorder();
    private final long beganMillis = System.currentTimeMillis();
    private final LiveMeasurements measurements = new LiveMeasurements(System.nanoTime());
    private Optional<ActiveFault> cutBefore = Optional.empty();
    private long lookAgainNanos;

    /**
     * The cluster goes live.
     *
     * @param before the run so far, which goes on when the clocks stop
     * @param owner runs what it is given on the lab's thread
     */
    LiveRun(StepRun before, Executor owner, Consumer<LabEvent> listener) {
        this.before = before;
        this.listener = listener;
        this.cluster = before.startLive(beganMillis, CHANCE.nextLong(1_000_000), owner);
        this.faults = new LiveFaults(cluster, line -> listener.accept(new LabEvent.Logged(line)));
        this.performer = new LivePerformer(cluster, faults);
        this.clients = new LiveClients(cluster, measurements.operations());
        this.verdict = new VerdictWatch(cluster, before.rules());
        Snapshot present = before.present();
        if (!present.cut().isEmpty()) {
            cutBefore = Optional.of(faults.inject(
                    new Fault.OnLinks(List.copyOf(present.cut()), new LinkFault.Cut()), "from the lesson"));
        }
        present.nodes().stream()
                .filter(node -> node.status() == Status.PAUSED)
                .forEach(node ->
                        faults.inject(new Fault.OnProcess(node.id(), new ProcessFault.Pause()), "from the lesson"));
    }

    private long millis() {
        return System.currentTimeMillis() - beganMillis;
    }

    @Override
    public StepRun inSteps() {
        throw new ActionFailure("the nodes run by their own clocks; stop the clocks first");
    }

    @Override
    public LiveRun live() {
        return this;
    }

    LiveCluster cluster() {
        return cluster;
    }

    /** Does something to the cluster, which is to be seen at once. That it cannot be done is no failure of the lab. */
    <T> T with(Function<LiveFaults, T> work) {
        try {
            T done = work.apply(faults);
            lookAgainNanos = System.nanoTime();
            return done;
        } catch (NodeException e) {
            throw new ActionFailure(e.getMessage());
        }
    }

    /** Lets clients do something, which is to be seen at once. */
    void clients(Consumer<LiveClients> work) {
        work.accept(clients);
        lookAgainNanos = System.nanoTime();
    }

    /** The same, for what gives nothing. */
    void change(Consumer<LiveFaults> work) {
        with(all -> {
            work.accept(all);
            return all;
        });
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> act(Action action) {
        return with(any -> performer.perform(action));
    }

    @Override
    public void heal() {
        change(LiveFaults::healEverything);
    }

    @Override
    public void restart(NodeId process) {
        faults.restart(process);
    }

    @Override
    public LabEvent died(NodeId process, String lastWords) {
        String words = "%s %s".formatted(process, lastWords);
        return faults.isMeantToEnd(process)
                ? new LabEvent.Logged(words)
                : new LabEvent.Failed(words, "Start it again, or heal everything.");
    }

    @Override
    public void outsideWrite(NodeId node, Entry entry, boolean lost) {
        // A live node's clients are all outside.
    }

    /** Does what is due. */
    void tick() {
        cluster.poll();
        faults.tick(millis());
        clients.tick();
    }

    /** Looks at the cluster if it is time to; what takes long to look at is looked at seldom. */
    void whenDue(Runnable look) {
        long begin = System.nanoTime();
        if (begin - lookAgainNanos >= 0) {
            look.run();
            lookAgainNanos = begin + Math.max(LOOK_NANOS, LOOK_SHARE * (System.nanoTime() - begin));
        }
    }

    /** The cluster as it is now, to stand in place of {@code last}. */
    Snapshot look(Snapshot last) {
        return before.player().look(cluster, faults.snapshot().cut(), System.currentTimeMillis(), last);
    }

    /** @param now the nodes as the last look has shown them */
    LiveState state(Snapshot now) {
        var counts = cluster.counts();
        long ended = counts.values().stream().mapToLong(LinkCounts::sent).sum();
        Map<FrameKind, PassedMessages> passed = cluster.passed();
        long bytes = passed.values().stream().mapToLong(PassedMessages::bytes).sum();
        LiveState state = new LiveState(
                millis(),
                faults.snapshot(),
                counts,
                perSecond.of(ended, millis()),
                cluster.sample(),
                faults.runningPlan(),
                bytesPerSecond.of(bytes, millis()),
                clients.state(millis()),
                verdict.look(now, counts, millis()),
                LiveTimeline.NONE,
                Optional.of(measurements));
        measurements.note(now, state.verdict().differ(), passed, state.millis());
        recorder.note(now, state);
        return state.with(recorder.timeline(now, millis()));
    }

    /** The run that goes on when the clocks stop. */
    StepRun before() {
        return before;
    }

    /**
     * The clocks stop; the run stands at the end of a step, after what the nodes have recorded. Cuts stay, all other
     * faults of links rest.
     *
     * @param inPlaceOfPresent gets the moment at which the record begins, in place of the last look at the cluster
     */
    void stopClocks(Consumer<Snapshot> inPlaceOfPresent) {
        close();
        Set<NodeId> up = upAtFirst();
        LiveCluster.Stopped stopped = cluster.freeze();
        int begin = before.present().index();
        Optional<Recorded> recorded = cluster.endRecord().flatMap(folder -> recorded(folder, up, stopped));
        recorded.ifPresent(there -> before.player().lived(there.run(), inPlaceOfPresent));
        before.player().stopLive(cluster, stopped, faults.snapshot().cut(), cutsThatLasted());
        recorded.ifPresent(there -> before.addLived(
                LivedStretch.of(begin, cluster.nodes(), there.run(), there.records(), before.standing())));
    }

    private Set<NodeId> upAtFirst() {
        return before.present().nodes().stream()
                .filter(NodeState::hasProcess)
                .map(NodeState::id)
                .collect(Collectors.toSet());
    }

    private record Recorded(LivedRun run, List<Stretch> records) {}

    private Optional<Recorded> recorded(Path folder, Set<NodeId> up, LiveCluster.Stopped stopped) {
        Set<Long> underWay = stopped.underWay().stream()
                .map(message -> message.message().id())
                .collect(Collectors.toSet());
        try {
            List<Stretch> records = Stretch.in(List.of(folder));
            LivedRun lived = LivedMerge.of(
                    cluster.nodes(),
                    up,
                    records,
                    underWay,
                    this::whyLost,
                    before.present().step());
            lived.differing()
                    .forEach(line ->
                            listener.accept(new LabEvent.Logged("A record does not agree with the core: " + line)));
            return Optional.of(new Recorded(lived, records));
        } catch (RecordFileException e) {
            listener.accept(new LabEvent.Logged("What the nodes recorded while live is lost: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<String> whyLost(Link link, long epochMillis) {
        LinkConditions then = cluster.conditions().at(link, epochMillis);
        if (then.cut()) {
            return Optional.of("the link is cut");
        }
        return then.loss() > 0 ? Optional.of("lost while a fault of the link lost messages") : Optional.empty();
    }

    /** Returns the links that were cut in steps and have not been healed since. */
    private Set<Link> cutsThatLasted() {
        return cutBefore
                .filter(fault -> faults.snapshot().inForce().contains(fault))
                .map(fault -> before.present().cut())
                .orElse(Set.of());
    }

    @Override
    public void close() {
        clients.close();
        verdict.close();
        faults.close();
        performer.close();
    }
}
