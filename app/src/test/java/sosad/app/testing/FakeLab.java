package sosad.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import sosad.app.client.ClientReply;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.fabric.Sample;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.Branch;
import sosad.app.lab.BranchId;
import sosad.app.lab.Lab;
import sosad.app.lab.LabEvent;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.RunTree;
import sosad.app.lab.StepRun;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.load.LoadSettings;
import sosad.app.process.NodeException;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointState;
import sosad.app.watch.InvalidBreakpointException;
import sosad.app.watch.LessonBreakpoints;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;

/**
 * A lab without processes and threads for tests of the window: every command is done when it returns. It remembers what
 * was asked of it.
 */
public final class FakeLab implements Lab {
    /** A cluster that has just gone live. */
    public static final LiveState LIVE =
            new LiveState(0, FaultSnapshot.NONE, Map.of(), 0, new Sample.Taken(List.of(), 0), Optional.empty());

    private final Consumer<LabEvent> listener;
    private final List<String> asked = new ArrayList<>();
    private final List<Action> acted = new ArrayList<>();
    private final List<Consumer<StepRun>> done = new ArrayList<>();
    private List<Snapshot> snapshots = new ArrayList<>();
    private Scenario scenario;
    private StepRun player;
    private String failure = "";
    private final FailingCluster failing = new FailingCluster();
    private final LessonBreakpoints breakpoints = new LessonBreakpoints();
    private List<BreakpointHit> lastHits = List.of();
    private boolean opening;
    private boolean closed;
    private CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

    public FakeLab(Consumer<LabEvent> listener) {
        this.listener = listener;
    }

    /** Returns what was asked so far, such as {@code beginStep}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Returns the actions by hand that were not refused. */
    public List<Action> acted() {
        return List.copyOf(acted);
    }

    public boolean isClosed() {
        return closed;
    }

    /** From now on every command fails with these words; empty: none does. */
    public void failWith(String words) {
        failure = words;
    }

    /** The next call of this method of the cluster fails, once. */
    public void failNext(String method) {
        failing.failNext(method);
    }

    /** From now on what is asked is answered only once {@link #answer} is called. */
    public void keepWaiting() {
        answers = new CompletableFuture<>();
    }

    public void answer() {
        answers.complete(null);
    }

    @Override
    public CompletableFuture<Void> open(Scenario next) {
        return command("open", () -> {
            scenario = next;
            listener.accept(new LabEvent.Opening(
                    next,
                    String.format(
                            Locale.ROOT,
                            "Starting %d nodes…",
                            next.cluster().nodes().size()),
                    Optional.empty()));
            ready(List.of());
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> restart() {
        return command("restart", () -> {
            listener.accept(new LabEvent.Opening(scenario, "Starting over with fresh nodes…", Optional.empty()));
            ready(List.of());
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> playUnder(Rules rules) {
        return command("playUnder " + EnumNames.of(rules.content()), () -> {
            scenario = scenario.under(rules);
            listener.accept(new LabEvent.Opening(scenario, "Playing the same…", Optional.empty()));
            ready(List.copyOf(done));
            return null;
        });
    }

    private void ready(List<Consumer<StepRun>> again) {
        done.clear();
        List<Snapshot> fresh = new ArrayList<>();
        snapshots = fresh;
        breakpoints.begin(scenario);
        opening = true;
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames());
        cluster.startAll();
        player = new StepRun(scenario, failing.around(cluster), snapshot -> {
            fresh.add(snapshot);
            History history = History.of(fresh);
            listener.accept(new LabEvent.Happened(history));
            hit(breakpoints.next(history, !opening));
        });
        List.copyOf(again).forEach(this::take);
        opening = false;
        listener.accept(new LabEvent.Opened(scenario, History.of(snapshots)));
        listener.accept(new LabEvent.BreakpointsChanged(breakpoints.all()));
    }

    /** Breakpoints were hit. */
    public void hit(List<BreakpointHit> hits) {
        if (!hits.isEmpty()) {
            lastHits = hits;
            listener.accept(new LabEvent.BreakpointsChanged(breakpoints.all()));
            listener.accept(new LabEvent.BreakpointsHit(hits));
        }
    }

    @Override
    public CompletableFuture<Integer> addBreakpoint(Breakpoint breakpoint) {
        return changed("addBreakpoint " + breakpoint, () -> breakpoints.add(breakpoint));
    }

    @Override
    public CompletableFuture<Void> removeBreakpoint(int number) {
        return changed("removeBreakpoint " + number, () -> {
            breakpoints.remove(number);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> turnBreakpoint(int number, boolean on) {
        return changed("turnBreakpoint " + number + " " + on, () -> {
            breakpoints.turn(number, on);
            return null;
        });
    }

    private <T> CompletableFuture<T> changed(String name, Supplier<T> work) {
        return command(name, () -> {
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
        return command("breakpoints", breakpoints::all);
    }

    @Override
    public CompletableFuture<RunOnEnd> runOn(Optional<Breakpoint> until, BooleanSupplier goOn) {
        return command("runOn" + until.map(one -> " until " + one).orElse(""), () -> {
            breakpoints.until(until);
            lastHits = List.of();
            RunOnEnd.Reason reason = RunOnEnd.Reason.HIT;
            while (lastHits.isEmpty() && reason == RunOnEnd.Reason.HIT) {
                boolean isInFlight = player.present().phase() == Phase.IN_FLIGHT;
                if (!goOn.getAsBoolean()) {
                    reason = RunOnEnd.Reason.CANCELLED;
                } else if (isInFlight) {
                    player.deliverNext();
                } else if (player.present().begun() < scenario.steps().size()) {
                    player.beginStep();
                } else {
                    reason = RunOnEnd.Reason.END;
                }
            }
            breakpoints.until(Optional.empty());
            return new RunOnEnd(reason, lastHits);
        });
    }

    private void take(Consumer<StepRun> input) {
        done.add(input);
        input.accept(player);
    }

    /**
     * Steps alone are repeated: whole ones, and the last one up to its flight if the present moment is a step's end.
     */
    @Override
    public CompletableFuture<Void> back(boolean alsoInFlight) {
        return command("back", () -> {
            List<Consumer<StepRun>> kept = new ArrayList<>(done);
            boolean toFlight = alsoInFlight && player.present().phase() == Phase.DELIVERED && hadFlight();
            kept.remove(kept.size() - 1);
            if (!toFlight && player.present().phase() == Phase.DELIVERED) {
                kept.remove(kept.size() - 1);
            }
            listener.accept(new LabEvent.Opening(scenario, "Going back…", Optional.empty()));
            ready(kept);
            return null;
        });
    }

    private boolean hadFlight() {
        Snapshot now = snapshots.get(snapshots.size() - 1);
        return snapshots.stream()
                .anyMatch(snapshot -> snapshot.step() == now.step()
                        && snapshot.what() instanceof RunEvent.ActionsDone
                        && !snapshot.queue().isEmpty());
    }

    @Override
    public CompletableFuture<Void> beginStep() {
        return command("beginStep", () -> {
            take(StepRun::beginStep);
            return null;
        });
    }

    @Override
    public CompletableFuture<Boolean> deliverNext() {
        return command("deliverNext", () -> {
            boolean goesOn = player.deliverNext();
            if (!goesOn) {
                done.add(StepRun::finishStep);
            }
            return goesOn;
        });
    }

    @Override
    public CompletableFuture<Void> finishStep() {
        return command("finishStep", () -> {
            take(StepRun::finishStep);
            return null;
        });
    }

    @Override
    public CompletableFuture<Optional<ClientReply>> act(Action action) {
        return command("act", () -> {
            Optional<ClientReply> reply = player.act(action).join();
            acted.add(action);
            return reply.map(got -> new ClientReply(got.text(), got.isError(), 412));
        });
    }

    @Override
    public CompletableFuture<RecordedScenario.Recorded> recorded() {
        return command("recorded", () -> player.recorded());
    }

    @Override
    public CompletableFuture<PlayedRun> played() {
        return CompletableFuture.completedFuture(player.played(History.of(snapshots)));
    }

    @Override
    public CompletableFuture<RunTree> branches() {
        PlayedRun run = player.played(History.of(snapshots));
        Branch only = new Branch(new BranchId(1), scenario.title(), Optional.empty(), 0, run);
        return CompletableFuture.completedFuture(new RunTree(
                List.of(only),
                only.id(),
                run.inputs().size(),
                run.history().present().index(),
                1));
    }

    @Override
    public CompletableFuture<Void> jump(BranchId branch, int event) {
        return command("jump " + branch + " " + event, () -> null);
    }

    @Override
    public CompletableFuture<Void> forward(boolean alsoInFlight) {
        return command("forward", () -> null);
    }

    @Override
    public CompletableFuture<Void> openBranch(Scenario played, String title) {
        return command("openBranch " + title, () -> null);
    }

    @Override
    public CompletableFuture<Void> renameBranch(BranchId branch, String title) {
        return command("renameBranch " + branch + " " + title, () -> null);
    }

    @Override
    public CompletableFuture<Branch> deleteBranch(BranchId branch) {
        return command("deleteBranch " + branch, () -> branches().join().present());
    }

    @Override
    public CompletableFuture<Void> restoreBranch(Branch branch) {
        return command("restoreBranch " + branch.id(), () -> null);
    }

    @Override
    public CompletableFuture<Void> tick() {
        return by("tick", StepRun::tick);
    }

    @Override
    public CompletableFuture<Void> handle(long message, MessageAction action) {
        return by(action.kind().word(), player -> player.handle(message, action));
    }

    @Override
    public CompletableFuture<Void> heal() {
        return by("heal", StepRun::heal);
    }

    private CompletableFuture<Void> by(String name, Consumer<StepRun> input) {
        return command(name, () -> {
            take(input);
            return null;
        });
    }

    private <T> CompletableFuture<T> command(String name, Supplier<T> work) {
        asked.add(name);
        if (!failure.isEmpty()) {
            return CompletableFuture.failedFuture(new ActionFailure(failure));
        }
        try {
            T result = work.get();
            return answers.thenApply(nothing -> result);
        } catch (ActionFailure refused) {
            return CompletableFuture.failedFuture(refused);
        } catch (NodeException e) {
            listener.accept(new LabEvent.Failed(e.getMessage(), "Press Restart."));
            return CompletableFuture.failedFuture(new ActionFailure(e.getMessage()));
        }
    }

    @Override
    public CompletableFuture<Void> goLive() {
        return command("goLive", () -> {
            becomes(Phase.LIVE);
            live(LIVE);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> stopClocks() {
        return command("stopClocks", () -> {
            becomes(Phase.DELIVERED);
            listener.accept(new LabEvent.Happened(History.of(snapshots)));
            return null;
        });
    }

    /** Looks like the present, but for the phase. */
    private void becomes(Phase phase) {
        Snapshot now = snapshots.get(snapshots.size() - 1);
        snapshots.add(Snapshots.of(
                now.index() + 1,
                now.step() + 1,
                now.begun(),
                now.time() + 1,
                phase,
                new RunEvent.StepOpened(now.time() + 1, Optional.empty()),
                now.nodes(),
                now.gateways(),
                List.of(),
                List.of(),
                now.cut(),
                now.rules(),
                true));
    }

    /** The live cluster shows this now. */
    public void live(LiveState state) {
        listener.accept(new LabEvent.LiveUpdate(History.of(snapshots), state));
    }

    @Override
    public CompletableFuture<ActiveFault> inject(Fault fault) {
        return command("inject " + fault.words(), () -> new ActiveFault(1, fault, 0, "by hand"));
    }

    @Override
    public CompletableFuture<FaultSnapshot> faults() {
        return command("faults", () -> FaultSnapshot.NONE);
    }

    @Override
    public CompletableFuture<Void> heal(long number) {
        return command("heal " + number, () -> null);
    }

    @Override
    public CompletableFuture<Void> runPlan(FaultPlan plan, long seed) {
        return command("runPlan " + plan.title(), () -> null);
    }

    @Override
    public CompletableFuture<Void> endPlan() {
        return command("endPlan", () -> null);
    }

    @Override
    public CompletableFuture<Void> setClients(LoadSettings settings) {
        return command(
                String.format(
                        Locale.ROOT,
                        "setClients %d %d %d%s",
                        settings.writesPerSecond(),
                        settings.readsPerSecond(),
                        settings.keys(),
                        settings.zipf().map(zipf -> " " + zipf).orElse("")),
                () -> null);
    }

    @Override
    public CompletableFuture<Void> stopClients() {
        return command("stopClients", () -> null);
    }

    @Override
    public <T> CompletableFuture<T> ask(Function<LiveCluster, T> question) {
        return CompletableFuture.failedFuture(new ActionFailure("there is no cluster behind this lab"));
    }

    @Override
    public CompletableFuture<Void> watch(Consumer<ClusterEvent> watcher) {
        return command("watch", () -> null);
    }

    @Override
    public CompletableFuture<FaultPlan> faultsSoFar() {
        return command("faultsSoFar", () -> new FaultPlan("Nothing", Optional.empty(), List.of()));
    }

    @Override
    public CompletableFuture<Void> restartAutomatically(boolean on) {
        return command("restartAutomatically " + on, () -> null);
    }

    @Override
    public void close() {
        closed = true;
    }
}
