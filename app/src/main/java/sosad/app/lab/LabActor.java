package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.app.client.ClientReply;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveClients;
import sosad.app.lab.live.LiveFaults;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.lab.step.RunRecord;
import sosad.app.load.LoadSettings;
import sosad.app.process.NodeException;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Supervisor;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointState;
import sosad.app.watch.InvalidBreakpointException;
import sosad.app.watch.LessonBreakpoints;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;

/** A {@link Lab} whose commands are carried out by one thread of its own. */
public final class LabActor implements Lab {
    /** Makes the cluster for a scenario; tests use bare replicas. */
    public interface ClusterFactory extends AutoCloseable {
        /** A cluster that is not started yet. */
        StepCluster create(ClusterPlan plan, Consumer<ClusterEvent> listener);

        /** Another lesson begins, whose nodes need not be where those of the last one were. */
        default void forgetPorts() {}

        /** Called when the lab has closed its last cluster. */
        @Override
        default void close() {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(LabActor.class);
    private static final String REMEDY = "Press Restart to begin again with fresh nodes.";
    private static final int CLOSE_SECONDS = 20;

    /** The interval at which due work on a live cluster is done. */
    private static final int LIVE_MILLIS = 50;

    /** How long a run is played on before others have their turn. */
    private static final long RUN_ON_NANOS = 30_000_000;

    private final ClusterFactory clusters;
    private final Consumer<LabEvent> listener;
    private final ExecutorService thread;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ScheduledExecutorService ticks;
    private final AtomicBoolean living = new AtomicBoolean();
    private final LessonBreakpoints breakpoints = new LessonBreakpoints();
    private boolean restarting;
    private volatile Session session;
    private Optional<RunTree> tree = Optional.empty();

    /** A lab with nothing open. */
    public LabActor(ClusterFactory clusters, Consumer<LabEvent> listener) {
        this.clusters = clusters;
        this.listener = listener;
        this.thread = Executors.newSingleThreadExecutor(work -> daemon(work, "lab"));
        this.ticks = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "heartbeats"));
        ticks.scheduleWithFixedDelay(
                this::lookSoon, Supervisor.TICK_MILLIS, Supervisor.TICK_MILLIS, TimeUnit.MILLISECONDS);
        ticks.scheduleWithFixedDelay(this::liveSoon, LIVE_MILLIS, LIVE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread named = new Thread(work, name);
        named.setDaemon(true);
        return named;
    }

    /** Lets the supervisor look at the processes. */
    private void lookSoon() {
        soon(looking, present -> present.supervision().look());
    }

    /** Lets what is due happen on a live cluster. */
    private void liveSoon() {
        Session present = session;
        if (present != null && present.isLive()) {
            soon(living, Session::liveTick);
        }
    }

    /** Does this with the session, unless it is about to be done anyway. */
    private void soon(AtomicBoolean isAboutTo, Consumer<Session> work) {
        if (isAboutTo.compareAndSet(false, true)) {
            later(() -> {
                isAboutTo.set(false);
                if (session != null) {
                    work.accept(session);
                }
            });
        }
    }

    private <T> CompletableFuture<T> later(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    result.complete(told(work));
                } catch (ActionFailure e) {
                    result.completeExceptionally(e);
                } catch (NodeException e) {
                    listener.accept(new LabEvent.Failed(e.getMessage(), REMEDY));
                    result.completeExceptionally(new ActionFailure(e.getMessage()));
                } catch (
                        RuntimeException
                                e) { // a fault of this program: the waiting caller must hear of it all the same
                    LOG.error("the lab failed", e);
                    listener.accept(new LabEvent.Failed("The lab itself failed: " + e, REMEDY));
                    result.completeExceptionally(new ActionFailure("the lab itself failed: " + e));
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new ActionFailure("the lab is closed"));
        }
        return result;
    }

    /** Reports the effects of the work before its outcome, even of a step that failed in the middle. */
    private <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            if (session != null) {
                session.tell();
                follow(session);
            }
        }
    }

    /** What was done may have gone along a branch, made it longer, or begun another. */
    private void follow(Session present) {
        boolean isWhole = tree.isPresent()
                && present.played().scenario().equals(tree.get().present().run().scenario());
        if (isWhole) {
            change(known -> known.after(present.played()));
        }
    }

    private CompletableFuture<Void> later(Runnable work) {
        return later(() -> {
            work.run();
            return null;
        });
    }

    private Session session() {
        if (session == null) {
            throw new ActionFailure("no scenario is open");
        }
        return session;
    }

    @Override
    public CompletableFuture<Void> open(Scenario scenario) {
        return later(() -> {
            listener.accept(new LabEvent.Opening(
                    scenario,
                    format("Starting %d nodes…", scenario.cluster().nodes().size()),
                    Optional.empty()));
            if (session == null || !session.scenario().title().equals(scenario.title())) {
                clusters.forgetPorts();
            }
            boolean isSecondTry = session == null
                    && tree.filter(known -> known.present().run().scenario().equals(scenario))
                            .isPresent();
            if (isSecondTry) {
                goTo(tree.get().present(), RunPosition.START);
                return;
            }
            tree = Optional.empty();
            begin(scenario, Session::report);
            tree = Optional.of(RunTree.of(session.played()));
            tellTree();
        });
    }

    @Override
    public CompletableFuture<Void> restart() {
        return later(() -> {
            Branch present = tree().present();
            listener.accept(new LabEvent.Opening(
                    present.run().scenario(), "Starting over with fresh nodes…", Optional.empty()));
            goTo(present, RunPosition.START);
        });
    }

    @Override
    public CompletableFuture<Void> back(boolean alsoInFlight) {
        return later(() -> {
            Session present = session();
            if (present.history().hasLived()) {
                throw new ActionFailure(
                        "The nodes ran by their own clocks, which cannot be repeated: look back in the time line, or begin again"
                                + " with Restart");
            }
            if (present.run().inSteps().isAtStart()) {
                throw new ActionFailure("This is where the run begins: there is nothing to go back to");
            }
            int kept = present.run().inSteps().inputsUntilStopBefore(alsoInFlight);
            Branch branch = tree().present();
            RunPosition position = RunPosition.after(branch.run(), kept);
            listener.accept(new LabEvent.Opening(
                    present.scenario(),
                    "going back…",
                    Optional.of(branch.run().history().first(position.event() + 1))));
            goTo(branch, position);
        });
    }

    @Override
    public CompletableFuture<Void> playUnder(Rules rules) {
        return later(() -> {
            Session present = session();
            if (present.history().hasLived()) {
                throw new ActionFailure(
                        "The nodes ran by their own clocks, which cannot be repeated; Restart, then choose another rule");
            }
            Scenario other = present.scenario().under(rules);
            History before = present.history();
            List<RunRecord.Done> inputs = present.run().inSteps().record().inputs();
            listener.accept(new LabEvent.Opening(
                    other, "Playing the same under " + EnumNames.of(rules.content()) + "…", Optional.empty()));
            begin(other, fresh -> fresh.repeatUnder(before, inputs));
            String title = "Under " + EnumNames.of(rules.content());
            change(known -> known.withRoot(session.played(), title));
        });
    }

    private RunTree tree() {
        return tree.orElseThrow(() -> new ActionFailure("no scenario is open"));
    }

    /** Changes the tree, and reports that it has changed. */
    private void change(UnaryOperator<RunTree> work) {
        RunTree before = tree();
        RunTree now = work.apply(before);
        tree = Optional.of(now);
        if (!now.equals(before)) {
            tellTree();
        }
        before.branches().stream()
                .filter(branch ->
                        now.last() > before.last() && now.find(branch.id()).isEmpty())
                .forEach(gone -> listener.accept(new LabEvent.Failed(
                        format(
                                "The oldest branch, “%s”, is gone: at most %d are kept.",
                                gone.title(), RunTree.MAX_BRANCHES),
                        "Delete branches that you do not need.")));
    }

    private void tellTree() {
        listener.accept(new LabEvent.BranchesChanged(tree()));
    }

    /** Fresh nodes repeat a branch up to a position, and the run stands there. */
    private void goTo(Branch branch, RunPosition position) {
        begin(branch.run().scenario(), fresh -> fresh.repeat(branch.run(), position));
        change(known -> known.standing(branch.id(), Math.min(position.inputs(), matching(branch)), position.event()));
    }

    /** Returns how many inputs have come out as recorded; only the last one may not. */
    private int matching(Branch branch) {
        List<RunRecord.Done> done = session.played().inputs();
        int last = done.size() - 1;
        boolean differs = last >= 0
                && !RunRecord.comparable(done.get(last).after())
                        .equals(RunRecord.comparable(
                                branch.run().inputs().get(last).after()));
        return differs ? last : done.size();
    }

    @Override
    public CompletableFuture<RunTree> branches() {
        return later(this::tree);
    }

    @Override
    public CompletableFuture<Void> jump(BranchId id, int event) {
        return later(() -> {
            Branch branch = tree().get(id);
            RunPosition position = RunPosition.of(branch, event);
            boolean isThere = session != null
                    && !session.isLive()
                    && id.equals(tree().at())
                    && session.history().present().index() == position.event();
            if (!isThere) {
                Snapshot goal = branch.run().history().at(position.event());
                listener.accept(new LabEvent.Opening(
                        branch.run().scenario(),
                        format("going to T = %d…", goal.time()),
                        Optional.of(branch.run().history().first(position.event() + 1))));
                goTo(branch, position);
            }
        });
    }

    @Override
    public CompletableFuture<Void> forward(boolean alsoInFlight) {
        return later(() -> {
            PlayedRun along = tree().present().run();
            int done = tree().inputs();
            if (done == along.inputs().size() || session().played().inputs().size() != done) {
                throw new ActionFailure("This is where the branch ends: there is nothing to go forward to");
            }
            session().forward(along, RunRecord.untilStopAfter(along.inputs(), done, alsoInFlight));
        });
    }

    @Override
    public CompletableFuture<Void> openBranch(Scenario played, String title) {
        return later(() -> {
            tree();
            listener.accept(new LabEvent.Opening(played, format("Playing “%s”…", title), Optional.empty()));
            begin(played, Session::playAll);
            change(known -> known.with(session.played(), title));
        });
    }

    @Override
    public CompletableFuture<Void> renameBranch(BranchId branch, String title) {
        return later(() -> change(known -> known.renamed(branch, title)));
    }

    @Override
    public CompletableFuture<Branch> deleteBranch(BranchId id) {
        return later(() -> {
            Branch gone = tree().get(id);
            change(known -> known.without(id));
            return gone;
        });
    }

    @Override
    public CompletableFuture<Void> restoreBranch(Branch branch) {
        return later(() -> change(known -> known.restored(branch)));
    }

    /** @param repetition repeats what was done in the session before */
    private void begin(Scenario scenario, Consumer<Session> repetition) {
        end();
        Session fresh = new Session(scenario, clusters, breakpoints, listener, this::later);
        fresh.supervision().restart(restarting);
        session = fresh;
        try {
            fresh.start();
            repetition.accept(fresh);
        } catch (NodeException e) {
            end();
            throw e;
        }
        listener.accept(new LabEvent.Opened(scenario, fresh.history()));
        listener.accept(new LabEvent.BreakpointsChanged(breakpoints.all()));
    }

    private void end() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private Run run() {
        return session().run();
    }

    private CompletableFuture<Void> inSteps(Consumer<StepRun> work) {
        return later(() -> work.accept(run().inSteps()));
    }

    @Override
    public CompletableFuture<Void> beginStep() {
        return later(() -> session().beginStep());
    }

    @Override
    public CompletableFuture<Boolean> deliverNext() {
        return later(() -> run().inSteps().deliverNext());
    }

    @Override
    public CompletableFuture<Void> finishStep() {
        return inSteps(StepRun::finishStep);
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> act(Action action) {
        return later(() -> run().act(action)).thenCompose(reply -> reply);
    }

    @Override
    public CompletableFuture<RecordedScenario.Recorded> recorded() {
        return later(() -> {
            if (session().history().hasLived()) {
                throw new ActionFailure(
                        "The nodes ran by their own clocks, which a scenario file cannot say; take the run away in"
                                + " another form");
            }
            return run().inSteps().recorded();
        });
    }

    @Override
    public CompletableFuture<PlayedRun> played() {
        return later(() -> {
            Session present = session();
            StepRun run = present.run().inSteps();
            return run.standsInActions() ? tree().present().run() : run.played(present.history());
        });
    }

    @Override
    public CompletableFuture<Void> tick() {
        return inSteps(StepRun::tick);
    }

    @Override
    public CompletableFuture<Void> goLive() {
        return later(() -> session().goLive());
    }

    @Override
    public CompletableFuture<Void> stopClocks() {
        return later(() -> session().stopClocks());
    }

    @Override
    public CompletableFuture<ActiveFault> inject(Fault fault) {
        return later(() -> run().live().with(faults -> faults.inject(fault, "by hand")));
    }

    @Override
    public CompletableFuture<FaultSnapshot> faults() {
        return later(() -> run().live().with(LiveFaults::snapshot));
    }

    @Override
    public CompletableFuture<Void> heal(long number) {
        return onLive(faults -> faults.heal(number));
    }

    @Override
    public CompletableFuture<Void> runPlan(FaultPlan plan, long seed) {
        return onLive(faults -> faults.runPlan(plan, seed));
    }

    @Override
    public CompletableFuture<Void> endPlan() {
        return onLive(LiveFaults::endPlan);
    }

    @Override
    public CompletableFuture<Void> setClients(LoadSettings settings) {
        return later(() -> run().live().clients(clients -> clients.set(settings)));
    }

    @Override
    public CompletableFuture<Void> stopClients() {
        return later(() -> run().live().clients(LiveClients::stop));
    }

    @Override
    public CompletableFuture<FaultPlan> faultsSoFar() {
        return later(() -> run().live().with(LiveFaults::soFar));
    }

    @Override
    public <T> CompletableFuture<T> ask(Function<LiveCluster, T> question) {
        return later(() -> question.apply(run().live().cluster()));
    }

    @Override
    public CompletableFuture<Void> watch(Consumer<ClusterEvent> watcher) {
        return later(() -> session().watch(watcher));
    }

    private CompletableFuture<Void> onLive(Consumer<LiveFaults> work) {
        return later(() -> run().live().change(work));
    }

    @Override
    public CompletableFuture<Integer> addBreakpoint(Breakpoint breakpoint) {
        return changing(() -> breakpoints.add(breakpoint));
    }

    @Override
    public CompletableFuture<Void> removeBreakpoint(int number) {
        return changing(() -> there(number, breakpoints.remove(number)));
    }

    @Override
    public CompletableFuture<Void> turnBreakpoint(int number, boolean on) {
        return changing(() -> there(number, breakpoints.turn(number, on)));
    }

    private static Void there(int number, boolean is) {
        if (!is) {
            throw new ActionFailure(format("there is no breakpoint %d", number));
        }
        return null;
    }

    private <T> CompletableFuture<T> changing(Supplier<T> work) {
        return later(() -> {
            session();
            try {
                T done = work.get();
                listener.accept(new LabEvent.BreakpointsChanged(breakpoints.all()));
                return done;
            } catch (InvalidBreakpointException e) {
                throw new ActionFailure(e.getMessage());
            }
        });
    }

    @Override
    public CompletableFuture<List<BreakpointState>> breakpoints() {
        return later(() -> {
            session();
            return breakpoints.all();
        });
    }

    @Override
    public CompletableFuture<RunOnEnd> runOn(Optional<Breakpoint> until, BooleanSupplier goOn) {
        return later(() -> {
                    run().inSteps();
                    try {
                        breakpoints.until(until);
                    } catch (InvalidBreakpointException e) {
                        throw new ActionFailure(e.getMessage());
                    }
                    return session();
                })
                .thenCompose(present -> runOn(present, goOn));
    }

    /** In slices, so that others have their turn. */
    private CompletableFuture<RunOnEnd> runOn(Session present, BooleanSupplier goOn) {
        return later(() -> {
                    if (present != session) {
                        return Optional.of(RunOnEnd.of(RunOnEnd.Reason.CANCELLED));
                    }
                    try {
                        Optional<RunOnEnd> end = present.runOn(RUN_ON_NANOS, goOn);
                        end.ifPresent(over -> breakpoints.until(Optional.empty()));
                        return end;
                    } catch (ActionFailure | NodeException e) {
                        breakpoints.until(Optional.empty());
                        throw e;
                    }
                })
                .thenCompose(end -> end.map(CompletableFuture::completedFuture).orElseGet(() -> runOn(present, goOn)));
    }

    @Override
    public CompletableFuture<Void> handle(long message, MessageAction action) {
        return inSteps(run -> run.handle(message, action));
    }

    @Override
    public CompletableFuture<Void> heal() {
        return later(() -> run().heal());
    }

    @Override
    public CompletableFuture<Void> restartAutomatically(boolean on) {
        return later(() -> {
            restarting = on;
            if (session != null) {
                session.supervision().restart(on);
            }
        });
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        later(this::end);
        later(clusters::close);
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
