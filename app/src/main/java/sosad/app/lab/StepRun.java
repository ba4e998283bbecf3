package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import sosad.app.client.ClientReply;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.Player;
import sosad.app.lab.step.Preconditions;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.message.Live;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/**
 * A scenario that is played step by step, with hands in between, and the record of everything done. All calls come from
 * one thread and return when what they ask for is done.
 */
public final class StepRun implements Run {
    private final Scenario scenario;
    private final StepCluster cluster;
    private final Player player;
    private final RunRecord record;
    private final Consumer<Snapshot> snapshots;
    private List<LivedStretch> lived = List.of();
    private History history;
    private boolean standsInActions;

    /**
     * A run at the scenario's start.
     *
     * @param cluster a cluster of the scenario's nodes, all just started
     * @param snapshots gets every snapshot, beginning with the start
     */
    public StepRun(Scenario scenario, StepCluster cluster, Consumer<Snapshot> snapshots) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.snapshots = snapshots;
        this.player = new Player(scenario, cluster, this::happened);
        this.record = new RunRecord();
    }

    private StepRun(StepRun same, StepCluster cluster, Consumer<Snapshot> snapshots) {
        this.scenario = same.scenario;
        this.cluster = cluster;
        this.snapshots = snapshots;
        this.history = same.history;
        this.player = same.player.copy(cluster, this::happened);
        this.record = same.record.copy();
        this.lived = same.lived;
        this.standsInActions = same.standsInActions;
    }

    private void happened(Snapshot snapshot) {
        history = history == null ? History.startingWith(snapshot) : history.plus(snapshot);
        snapshots.accept(snapshot);
    }

    /**
     * Returns a run that goes on from here by itself.
     *
     * @param other a copy of the cluster
     * @param snapshots gets every snapshot from now on
     */
    StepRun copy(StepCluster other, Consumer<Snapshot> snapshots) {
        return new StepRun(this, other, snapshots);
    }

    /** Returns the run as it stands, without a cluster: a copy of it goes on, on a cluster in the same state. */
    StepRun standing() {
        ClusterPlan plan = scenario.cluster();
        return copy(new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames()), any -> {});
    }

    /** The cluster as it is now. */
    public Snapshot present() {
        return player.present();
    }

    /** Returns what was done so far, as a scenario that does it again. */
    public RecordedScenario.Recorded recorded() {
        return RecordedScenario.of(scenario, history, record.inputs());
    }

    /**
     * Returns the run so far as a value.
     *
     * @param history what has come of it
     */
    public PlayedRun played(History history) {
        return new PlayedRun(scenario, record.inputs(), history, lived);
    }

    /** The rules of the nodes. */
    Rules rules() {
        return scenario.cluster().rules();
    }

    /** The inputs so far. */
    RunRecord record() {
        return record;
    }

    Player player() {
        return player;
    }

    @Override
    public StepRun inSteps() {
        return this;
    }

    @Override
    public LiveRun live() {
        throw new ActionFailure("the cluster is not live; go live first");
    }

    /** Does something and records it, unless it was refused. */
    Optional<ClientReply> take(Input input) {
        int before = present().index();
        boolean done = false;
        try {
            Optional<ClientReply> reply = input.apply(player);
            done = true;
            return reply;
        } finally {
            if (done || present().index() > before) { // what was refused is no part of the run
                record.add(input, present());
            }
        }
    }

    /** Plays all steps that are left. */
    public void playAll() {
        while (!player.isAtEnd()) {
            beginStep();
            finishStep();
        }
    }

    /**
     * Plays on to the end of the last step.
     *
     * @param goesOn asked before each action and delivery
     */
    public void playWhile(BooleanSupplier goesOn) {
        boolean isMore = true;
        while (isMore && goesOn.getAsBoolean()) {
            isMore = advance();
        }
    }

    /**
     * Carries out the actions of the next step and stops in flight; finishes the present one. Of a step in whose
     * actions the run stands it carries out the others.
     */
    public void beginStep() {
        if (standsInActions) {
            finishActions();
        } else {
            finishStep();
            take(Input.StepCommand.BEGIN_STEP);
        }
    }

    /**
     * Carries out actions of the next step until an event has happened. The others are still to come:
     * {@link #beginStep} carries them out, and whatever is done by hand comes before them.
     */
    void beginStepUntil(int event) {
        openStep();
        while (present().phase() == Phase.ACTING && present().index() < event) {
            actNext();
        }
        standsInActions = present().phase() == Phase.ACTING;
    }

    /** Returns whether nothing has been done yet. */
    boolean isAtStart() {
        return record.isEmpty() && !standsInActions;
    }

    /** Returns how many inputs there are up to the stop to which Back goes; see {@link RunRecord#untilStopBefore}. */
    int inputsUntilStopBefore(boolean alsoInFlight) {
        return standsInActions
                ? record.size()
                : record.untilStopBefore(alsoInFlight).size();
    }

    /** Returns whether the run stands between the actions of a step. */
    boolean standsInActions() {
        return standsInActions;
    }

    /** Carries out the actions that are left of a step in whose actions the run stands, as this input did. */
    void finishActions(Input begun) {
        if (begun instanceof Input.BeginPart part) {
            while (player.actionsDone() < part.actions()) {
                actNext();
            }
            comeBetween();
        } else {
            finishActions();
        }
    }

    private void finishActions() {
        standsInActions = false;
        while (present().phase() == Phase.ACTING) {
            actNext();
        }
    }

    /** Something comes in between the actions of a step, if the run stands there. */
    private void comeBetween() {
        if (standsInActions) {
            standsInActions = false;
            int done = player.handOver();
            record.add(new Input.BeginPart(done), present());
        }
    }

    /**
     * Carries out the next action of the scenario in flight; when there is none, delivers the next message; when there
     * is none, ends the step. Returns whether the step goes on.
     */
    public boolean deliverNext() {
        if (standsInActions) {
            finishActions();
        } else if (present().phase() == Phase.IN_FLIGHT) {
            take(Input.StepCommand.DELIVER_NEXT);
        }
        return present().phase() == Phase.IN_FLIGHT;
    }

    /** Begins the next step, of which {@link #actNext} carries out one action after the other. */
    void openStep() {
        player.openStep();
    }

    /** Carries out the next action of a step that was opened; when there is none, stops in flight. */
    void actNext() {
        try {
            player.actNext();
        } finally {
            if (present().phase() != Phase.ACTING) { // the last one, or the cluster has failed
                record.add(Input.StepCommand.BEGIN_STEP, present());
            }
        }
    }

    /**
     * Does one thing of the scenario: begins a step, carries out one of its actions, delivers a message, or ends it.
     * Returns whether there was one.
     */
    boolean advance() {
        if (present().phase() == Phase.IN_FLIGHT) {
            take(Input.StepCommand.DELIVER_NEXT);
        } else if (standsInActions) {
            standsInActions = false;
            actNext();
            standsInActions = present().phase() == Phase.ACTING;
        } else if (player.isAtEnd()) {
            return false;
        } else {
            openStep();
            standsInActions = present().phase() == Phase.ACTING;
        }
        return true;
    }

    /** Carries out what is left of the step, delivers all messages in flight and ends it, if there is one. */
    public void finishStep() {
        finishActions();
        while (deliverNext()) {
            // deliverNext does the work
        }
    }

    /** Opens a step at T + 1 in which nothing is done yet; finishes the present one. */
    public void tick() {
        finishStep();
        take(Input.StepCommand.TICK);
    }

    /** @throws ActionFailure if the action cannot be carried out; nothing has changed if that was known beforehand */
    @Override
    public CompletableFuture<Optional<ClientReply>> act(Action action) {
        if (Preconditions.unmet(present(), action).isEmpty()) { // what is refused comes between nothing
            comeBetween();
        }
        return CompletableFuture.completedFuture(take(new Input.Act(action)));
    }

    /** @throws ActionFailure if that cannot be done; nothing has changed if that was known beforehand */
    public void handle(long message, MessageAction action) {
        if (Preconditions.unmet(present(), message, action).isEmpty()) {
            comeBetween();
        }
        take(new Input.Handle(message, action));
    }

    @Override
    public void heal() {
        comeBetween();
        take(Input.StepCommand.HEAL);
    }

    @Override
    public void restart(NodeId process) {
        if (present().hasProcess(process)) {
            cluster.kill(process);
            died(process, "did not answer and was killed");
        }
        act(new Action.Start(process, false));
    }

    @Override
    public LabEvent died(NodeId process, String lastWords) {
        comeBetween();
        player.died(process, lastWords);
        record.add(new Input.Death(process), present());
        String kind = scenario.cluster().nodes().contains(process) ? "Node" : "Gateway";
        return new LabEvent.Failed("%s %s %s".formatted(kind, process, lastWords), "Start it again, or press Restart.");
    }

    @Override
    public void outsideWrite(NodeId node, Entry entry, boolean lost) {
        comeBetween();
        player.outsideWrite(node, entry, lost);
        Action write = entry.value()
                .<Action>map(value -> new Action.Put(node, entry.key(), value))
                .orElseGet(() -> new Action.Delete(node, entry.key()));
        record.add(new Input.OutsideWrite(write), present());
    }

    /** Finishes the present step; from then on the nodes run by their own clocks. */
    LiveCluster startLive(long nowMillis, long seed, Executor owner) {
        Live clocks = player.clocks(nowMillis);
        finishStep();
        return player.startLive(clocks, seed, owner);
    }

    /** The clocks have stopped, and the nodes had recorded that. */
    void addLived(LivedStretch stretch) {
        List<LivedStretch> more = new ArrayList<>(lived);
        more.add(stretch);
        lived = List.copyOf(more);
    }

    @Override
    public void close() {
        // The cluster is closed by its owner.
    }
}
