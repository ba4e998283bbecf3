package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.engine.EngineSnapshot;
import sosad.message.Launch.StoreKind;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.FairContinuation;
import sosad.protocol.Replica;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Rules;

/**
 * A run in steps in memory, without processes. It repeats a {@link PlayedRun} event by event, goes on from any moment
 * of it, and can be copied there. Not safe for use by several threads.
 */
public final class SimulatedRun {
    private final SimulatedCluster cluster;
    private final StepRun run;
    private History history;

    private SimulatedRun(Scenario scenario) {
        ClusterPlan plan = scenario.cluster();
        this.cluster = new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames());
        cluster.startAll();
        this.run = new StepRun(scenario, cluster, this::happened);
    }

    private SimulatedRun(StepRun stopped, SimulatedCluster cluster, History history) {
        this.history = history;
        this.cluster = cluster;
        this.run = stopped.copy(cluster, this::happened);
    }

    private SimulatedRun(SimulatedRun same) {
        this.history = same.history;
        this.cluster = same.cluster.copy();
        this.run = same.run.copy(cluster, this::happened);
    }

    private void happened(Snapshot snapshot) {
        history = history == null ? History.startingWith(snapshot) : history.plus(snapshot);
    }

    /** Returns a run at the scenario's start. */
    public static SimulatedRun of(Scenario scenario) {
        return new SimulatedRun(scenario);
    }

    /** Repeats a run to its end. */
    public static SimulatedRun repeat(PlayedRun played) {
        return repeat(played, moment -> {});
    }

    /**
     * Repeats a run up to an event: stands at the first moment from then on at which no action is half carried out. If
     * that is in the middle of a step's actions, {@link #finishStep} carries out the others, and {@link #leaveStep}
     * leaves them out.
     *
     * @throws IndexOutOfBoundsException if there is no such event
     */
    public static SimulatedRun repeat(PlayedRun played, int event) {
        if (event < 0 || event >= played.history().size()) {
            throw new IndexOutOfBoundsException("the run has no event " + event);
        }
        return repeat(played, event, performed -> {});
    }

    /**
     * Repeats a run up to an event.
     *
     * @param performed gets every action in order
     */
    public static SimulatedRun repeat(PlayedRun played, int event, Consumer<Performed> performed) {
        SimulatedRun run = of(played.scenario());
        run.repeat(played.inputs(), event, performed);
        return run;
    }

    /**
     * Repeats what was done after the clocks had stopped, from the states of the nodes in their records, up to an
     * event; empty if they do not say everything: nodes with stores on disk, gateways, and copies of messages.
     *
     * @param performed gets every action in order
     * @throws sosad.app.replay.RecordFileException if the records are not there any more
     */
    public static Optional<SimulatedRun> repeatAfter(
            LivedStretch stretch, PlayedRun played, int event, Consumer<Performed> performed) {
        ClusterPlan plan = played.scenario().cluster();
        Snapshot stopped = stretch.stopped().present();
        boolean isWhole = plan.store() == StoreKind.MEMORY
                && plan.gatewayNames().isEmpty()
                && stopped.messages().stream().allMatch(message -> message.copies() <= 1);
        if (!isWhole) {
            return Optional.empty();
        }
        Map<NodeId, EngineSnapshot> states = new TreeMap<>();
        stretch.states(stretch.end())
                .forEach(state -> states.put(state.replica().id(), state));
        List<NodeMessage> underWay = new ArrayList<>();
        stopped.messages().stream()
                .filter(message -> message.fate() == Fate.HELD || message.fate() == Fate.WAITING)
                .forEach(message ->
                        message.update().ifPresent(update -> underWay.add(new PeerMessage(message.id(), update))));
        History before = played.history().first(stretch.end() + 1);
        long starts = plan.nodes().size()
                + before.snapshots().stream()
                        .filter(moment -> moment.what() instanceof RunEvent.Started)
                        .count();
        SimulatedRun run = new SimulatedRun(
                stretch.stopped(), new SimulatedCluster(plan.nodes(), plan.rules(), states, underWay, starts), before);
        run.repeat(
                played.inputs().stream()
                        .filter(done -> done.after().index() > stretch.end())
                        .toList(),
                event,
                performed);
        return Optional.of(run);
    }

    private void repeat(List<RunRecord.Done> inputs, int event, Consumer<Performed> performed) {
        for (RunRecord.Done done : inputs) {
            boolean goesOn = true;
            while (goesOn && present().index() < event) {
                Optional<Action> next = next(done.input());
                int before = present().index();
                goesOn = advance(done.input());
                next.ifPresent(action -> performed.accept(new Performed(action, before, this)));
            }
        }
    }

    /**
     * An action that was carried out, or failed.
     *
     * @param before the last event before it
     * @param run the run right after it
     */
    public record Performed(Action action, int before, SimulatedRun run) {}

    /** The action that this input carries out next, if it is one. */
    private Optional<Action> next(Input input) {
        if (input instanceof Input.Act act) {
            return Optional.of(act.action());
        } else if (input instanceof Input.OutsideWrite write) {
            return Optional.of(write.write());
        }
        boolean byScenario = input == Input.StepCommand.DELIVER_NEXT
                || (input == Input.StepCommand.BEGIN_STEP && present().phase() == Phase.ACTING);
        return byScenario ? run.player().next() : Optional.empty();
    }

    /**
     * Repeats a run to its end.
     *
     * @param moments gets the run at every moment at which no action is half carried out, beginning with the start; a
     *     copy of it goes on from there
     */
    public static SimulatedRun repeat(PlayedRun played, Consumer<SimulatedRun> moments) {
        SimulatedRun run = of(played.scenario());
        moments.accept(run);
        for (RunRecord.Done done : played.inputs()) {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = run.advance(done.input());
                moments.accept(run);
            }
        }
        return run;
    }

    /** Does an input, or the next part of it; gives whether there is more of it to do. */
    private boolean advance(Input input) {
        if (input != Input.StepCommand.BEGIN_STEP) {
            take(input);
            return false;
        }
        if (present().phase() == Phase.ACTING) {
            run.actNext();
        } else {
            run.openStep();
        }
        return present().phase() == Phase.ACTING;
    }

    private void take(Input input) {
        try {
            run.take(input);
        } catch (ActionFailure e) {
            // It failed in the same way when it was done first; what came of it stands in the history.
        }
    }

    /** Returns a run that goes on from here by itself. */
    public SimulatedRun copy() {
        return new SimulatedRun(this);
    }

    /** The run, on which whatever can be done to a run in steps is done. */
    public StepRun run() {
        return run;
    }

    /** Everything that has happened so far. */
    public History history() {
        return history;
    }

    /** The cluster as it is now. */
    public Snapshot present() {
        return run.present();
    }

    /** The states of the replicas of the nodes that are not dead, in alphabetical order. Costs O(n). */
    public List<ReplicaSnapshot> replicas() {
        return cluster.replicas().stream().map(Replica::snapshot).toList();
    }

    /** Returns a number for what is on the disks of dead nodes: others are the same as their nodes' states. */
    public long deadStores() {
        return cluster.deadStores();
    }

    /** Returns the run so far as a value; in the middle of a step's actions it lacks what was done of them. */
    public PlayedRun played() {
        return run.played(history);
    }

    /**
     * Returns where a push or sync went that was just carried out without naming its destinations, be it that there was
     * nothing to send.
     */
    public List<NodeId> destinations(NodeId from, boolean sync) {
        Replica sender = cluster.replicas().stream()
                .filter(replica -> replica.id().equals(from))
                .findFirst()
                .orElseThrow();
        return sync && sender.rules().schedule() == Rules.Schedule.ROLLING
                ? List.of(sender.snapshot().lastRollingSync())
                : List.copyOf(sender.peers());
    }

    /** Plays all steps that are left. */
    public void playAll() {
        run.playAll();
    }

    /** Does what the scenario still does in the present step, delivers all messages in flight and ends it. */
    public void finishStep() {
        run.finishStep();
    }

    /**
     * Leaves out what the scenario would still do in the present step; messages in flight stay there. From then on
     * {@link #played} is not the whole run any more.
     */
    public void leaveStep() {
        run.player().leaveStep();
    }

    /** Returns whether a node comes to hold the newest entry of a key once nothing goes wrong any more. */
    public boolean heals(NodeId node, Key key) {
        return copy().continueFairly().heals(node, key);
    }

    /** Goes on by the fair continuation of {@code docs/scenarios.md} to its end. This run is of no use afterwards. */
    public FairEnd continueFairly() {
        makeWhole();
        return syncFairly(cluster, end -> (content, round) -> {});
    }

    /**
     * Goes on from {@link #makeWhole} to the end of the fair continuation; this run stays where it is.
     *
     * @param rules those under which it goes on
     * @param arrivals given what the nodes hold at any moment of it, gets everything that has arrived, and the round
     */
    public FairEnd syncFairly(Rules rules, Function<FairEnd, ObjIntConsumer<Content>> arrivals) {
        return syncFairly(cluster.under(rules), arrivals);
    }

    private FairEnd syncFairly(SimulatedCluster from, Function<FairEnd, ObjIntConsumer<Content>> arrivals) {
        List<Message> delayed =
                present().messages().stream().filter(Message::isDelayed).toList();
        FairEnd end = new FairEnd(from.replicas());
        new FairContinuation(from.replicas(), arrivals.apply(end)).finish(round -> released(delayed, round));
        return end;
    }

    /**
     * Ends the present step; in one further step no rule is in force any more, all links are mended and all paused
     * nodes resumed: with this the fair continuation begins.
     */
    public void makeWhole() {
        finishStep();
        run.tick();
        if (!present().rules().isEmpty()) {
            run.act(new Action.EndRule(OptionalInt.empty()));
        }
        if (!present().cut().isEmpty()) {
            run.act(new Action.Mend(Optional.empty()));
        }
        present().nodes().stream()
                .filter(node -> node.status() == Status.PAUSED)
                .map(NodeState::id)
                .toList()
                .forEach(node -> run.act(new Action.Resume(node)));
        restoreReleased();
        finishStep();
    }

    /** What was delayed and came out onto a link that was still cut is not lost. */
    private void restoreReleased() {
        present().messages().stream()
                .filter(message -> message.fate() == Fate.LOST && present().hasProcess(message.to()))
                .map(Message::id)
                .toList()
                .forEach(message -> run.handle(message, MessageAction.RESTORE));
    }

    private static List<Content> released(List<Message> delayed, int round) {
        List<Content> released = new ArrayList<>();
        for (Message message : delayed) {
            int sound = message.corrupt() ? message.copies() - 1 : message.copies();
            for (int copy = 0; message.stepsLeft() == round && copy < sound; copy++) {
                released.add(message.content());
            }
        }
        return released;
    }
}
