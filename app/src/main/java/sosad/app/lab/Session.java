package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.StepCluster;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.BreakpointLab.RunOnEnd;
import sosad.app.lab.BreakpointLab.RunOnEnd.Reason;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Scenario;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.LessonBreakpoints;
import sosad.model.NodeId;

/**
 * One cluster of a lab from its start to its end: what a run in steps and a live one share. Used by the lab's thread
 * alone, except where said.
 */
final class Session {
    private final Scenario scenario;
    private final HistoryRecorder recorder;
    private final StepCluster cluster;
    private final Supervision supervision;
    private final Consumer<LabEvent> listener;
    private final Consumer<Runnable> later;
    private final LessonBreakpoints breakpoints;
    private final AtomicBoolean polling = new AtomicBoolean();
    private volatile Consumer<ClusterEvent> watcher = event -> {};
    private volatile Run run;
    private final List<BreakpointHit> hits = new ArrayList<>();
    private boolean isClosed;

    /**
     * A session whose cluster is not started yet.
     *
     * @param later runs what it is given on the lab's thread
     */
    Session(
            Scenario scenario,
            LabActor.ClusterFactory clusters,
            LessonBreakpoints breakpoints,
            Consumer<LabEvent> listener,
            Consumer<Runnable> later) {
        this.scenario = scenario;
        this.breakpoints = breakpoints;
        this.listener = listener;
        this.recorder = new HistoryRecorder(listener, System::nanoTime);
        this.later = later;
        this.cluster = clusters.create(scenario.cluster(), this::take);
        this.supervision =
                new Supervision(scenario.cluster(), cluster, later, listener, process -> run.restart(process));
    }

    Scenario scenario() {
        return scenario;
    }

    Supervision supervision() {
        return supervision;
    }

    /** The run, which is another one when the cluster goes live or its clocks stop. */
    Run run() {
        return run;
    }

    /** Returns whether the nodes run by their own clocks. Called on any thread. */
    boolean isLive() {
        return run instanceof LiveRun;
    }

    void start() {
        breakpoints.begin(scenario);
        cluster.startAll();
        run = new StepRun(scenario, cluster, this::happened);
    }

    private void happened(Snapshot snapshot) {
        recorder.happened(snapshot);
        supervision.happened(snapshot.what());
        tellHits(breakpoints.next(history(), recorder.isTelling()));
    }

    private void tellHits(List<BreakpointHit> fresh) {
        if (!fresh.isEmpty()) {
            hits.addAll(fresh);
            recorder.tell();
            listener.accept(new LabEvent.BreakpointsChanged(breakpoints.all()));
            listener.accept(new LabEvent.BreakpointsHit(fresh));
        }
    }

    /**
     * Plays the scenario on for a while, until a breakpoint is hit.
     *
     * @return how it has ended, if it has
     */
    Optional<RunOnEnd> runOn(long nanos, BooleanSupplier goOn) {
        StepRun steps = run.inSteps();
        long end = System.nanoTime() + nanos;
        hits.clear();
        do {
            if (!goOn.getAsBoolean()) {
                return Optional.of(RunOnEnd.of(Reason.CANCELLED));
            } else if (!steps.advance()) {
                return Optional.of(RunOnEnd.of(Reason.END));
            } else if (!hits.isEmpty()) {
                return Optional.of(new RunOnEnd(Reason.HIT, hits));
            }
        } while (System.nanoTime() - end < 0);
        return Optional.empty();
    }

    /** Begins the next step, as far as the action that hits a breakpoint, if one does. */
    void beginStep() {
        StepRun steps = run.inSteps();
        hits.clear();
        if (!breakpoints.isArmed()) {
            steps.beginStep();
            return;
        }
        if (!steps.standsInActions()) {
            steps.finishStep();
            if (hits.isEmpty() && !steps.advance()) {
                steps.beginStep(); // which says why it cannot
            }
        }
        while (steps.standsInActions() && hits.isEmpty()) {
            steps.advance();
        }
    }

    /** Reports what has not been reported yet, such as a step that failed in the middle. */
    void tell() {
        recorder.tell();
    }

    History history() {
        return recorder.history();
    }

    /** Repeats a recorded run up to an event and says plainly if it does not come out the same. */
    void repeat(PlayedRun recorded, RunPosition position) {
        StepRun repeated = run.inSteps();
        List<RunRecord.Done> inputs = recorded.inputs().subList(0, position.inputs());
        boolean isSame = true;
        for (int i = 0; i < inputs.size() && isSame; i++) {
            repeat(inputs.get(i).input());
            isSame = isSame(recorded, i + 1, inputs.get(i).after());
        }
        if (isSame && position.event() > recorder.present().index()) {
            repeated.beginStepUntil(position.event());
            isSame(
                    recorded,
                    inputs.size() + 1,
                    recorded.history().at(recorder.present().index()));
        }
        recorder.begin();
    }

    /** Goes along a branch on which the run stands, up to so many of its inputs. */
    void forward(PlayedRun along, int inputs) {
        StepRun steps = run.inSteps();
        if (steps.standsInActions()) {
            steps.finishActions(along.inputs().get(steps.record().size()).input());
        }
        for (int next = steps.record().size();
                next < inputs && next == steps.record().size();
                next++) {
            repeat(along.inputs().get(next).input());
            boolean isRepeated =
                    next < steps.record().size() && !along.history().hasLived();
            if (isRepeated && !isSame(along, next + 1, along.inputs().get(next).after())) {
                return;
            }
        }
    }

    private void repeat(Input input) {
        try {
            run.inSteps().take(input);
        } catch (ActionFailure e) {
            listener.accept(new LabEvent.Logged(e.getMessage())); // it failed in the same way the first time
        }
    }

    /** Returns whether the nodes' tables are those that were recorded; if not, that is reported. */
    private boolean isSame(PlayedRun recorded, int inputs, Snapshot goal) {
        Optional<RunDifference> difference = RunDifference.of(recorded, inputs, goal, history());
        difference.map(LabEvent.Differed::new).ifPresent(listener);
        return difference.isEmpty();
    }

    /** Returns the run so far; in the middle of a step's actions it lacks what was done of them. */
    PlayedRun played() {
        StepRun steps = isLive() ? run.live().before() : run.inSteps();
        return steps.played(history());
    }

    /** Plays the scenario to its end. */
    void playAll() {
        run.inSteps().playAll();
        recorder.begin();
    }

    /** Reports everything from now on. */
    void report() {
        recorder.begin();
    }

    /** Repeats what was done in another run, under the rules of this one, and reports what could not be repeated. */
    void repeatUnder(History before, List<RunRecord.Done> inputs) {
        List<String> missing = SameInputs.repeat(run.inSteps(), before, inputs, this::history);
        missing.forEach(one -> listener.accept(new LabEvent.Logged("Not repeated: " + one)));
        if (!missing.isEmpty()) {
            String rest = missing.size() == 1
                    ? ""
                    : format(" %s more %s in the log.", missing.size() - 1, missing.size() == 2 ? "stands" : "stand");
            listener.accept(new LabEvent.Failed(
                    "Under the other rules this could not be repeated: " + missing.get(0) + "." + rest,
                    "All else was. Go on from here, or choose the rule before."));
        }
        recorder.begin();
    }

    void goLive() {
        if (!isLive()) {
            run = new LiveRun(run.inSteps(), later::accept, listener);
        }
    }

    void stopClocks() {
        LiveRun ending = run.live();
        try {
            recorder.atOnce(() -> ending.stopClocks(
                    recorder::replacePresent)); // what clients wrote until then belongs to the live run
        } finally {
            run = ending.before();
        }
    }

    /** Does what is due on a live cluster, and looks at it if it is time to. */
    void liveTick() {
        if (isLive()) {
            LiveRun live = run.live();
            live.tick();
            supervision.follow(live.cluster());
            live.whenDue(() -> look(live));
        }
    }

    private void look(LiveRun live) {
        Snapshot before = recorder.present();
        recorder.replacePresent(live.look(before));
        supervision.follow(before, recorder.present());
        LiveState state = live.state(recorder.present());
        listener.accept(new LabEvent.LiveUpdate(history(), state));
        List<BreakpointHit> fresh = breakpoints.look(history(), state);
        if (!fresh.isEmpty()) {
            later.accept(() -> stopAt(fresh));
        }
    }

    private void stopAt(List<BreakpointHit> fresh) {
        if (isLive()) { // and nobody else has stopped the clocks meanwhile
            stopClocks();
            int opened = history().size() - 1;
            while (opened > 1 && !(history().at(opened).what() instanceof RunEvent.StepOpened)) {
                opened--;
            }
            int event = opened - 1; // the last one before the clocks stopped
            tellHits(breakpoints.noted(fresh.stream()
                    .map(hit -> new BreakpointHit(hit.breakpoint(), event, hit.time(), hit.words()))
                    .toList()));
        }
    }

    /** Tells somebody what happens to stores and processes, in place of the one before. */
    void watch(Consumer<ClusterEvent> newWatcher) {
        watcher = newWatcher;
    }

    private void take(ClusterEvent event) {
        if (event instanceof ClusterEvent.SomethingCame) {
            pollSoon();
        } else if (event instanceof ClusterEvent.ClientWrote wrote) {
            run.outsideWrite(wrote.node(), wrote.entry(), wrote.lost());
        } else if (event instanceof ClusterEvent.ProcessDied died) {
            LabEvent said = run.died(died.process(), died.lastWords());
            listener.accept(said);
            if (said instanceof LabEvent.Failed) {
                watcher.accept(event); // nobody meant it to end
            }
        } else if (event instanceof ClusterEvent.NodeBegan || event instanceof ClusterEvent.EntryTaken) {
            watcher.accept(event);
        } else if (event instanceof ClusterEvent.FrameRefused refused) {
            watcher.accept(event);
            log(refused.node(), "refused a frame " + refused.reason());
        } else if (event instanceof ClusterEvent.LineLogged logged) {
            log(logged.process(), logged.line());
        }
    }

    /** Called on any thread. */
    private void pollSoon() {
        if (polling.compareAndSet(false, true)) {
            later.accept(() -> {
                polling.set(false);
                if (!isClosed && run != null) {
                    cluster.poll();
                }
            });
        }
    }

    /** Called on any thread. */
    private void log(NodeId process, String line) {
        listener.accept(new LabEvent.Logged("%s: %s".formatted(process, line)));
    }

    void close() {
        if (run != null) {
            run.close();
        }
        isClosed = true;
        cluster.close();
    }
}
