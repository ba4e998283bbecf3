package sosad.app.lab.step;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sosad.app.client.ClientReply;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.history.ClientRead;
import sosad.app.history.Expectations;
import sosad.app.history.GatewayState;
import sosad.app.history.HistoryEvent;
import sosad.app.history.HistoryEvent.Trigger;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.process.NodeException;
import sosad.app.replay.LivedMoment;
import sosad.app.replay.LivedRun;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Expectation;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.scenario.ScenarioWriter;
import sosad.message.Live;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * Plays a scenario on a cluster, phase by phase, and takes actions by hand in between ({@code docs/scenarios.md}).
 * Every change is reported as a {@link Snapshot}. All calls come from one thread and return when what they ask for is
 * done.
 */
public final class Player {
    private static final String LIVE_TITLE = "The nodes run by their own clocks";

    private final Scenario scenario;
    private final StepCluster cluster;
    private final StepState state;
    private final ProcessStates processes;
    private final Traffic traffic;
    private final Interventions interventions;
    private final Questions questions;
    private final Performer performer;
    private final Consumer<Snapshot> snapshots;
    private long originMillis;

    /** The event with which the nodes began to run by their own clocks, to which belongs what is cut meanwhile. */
    private HistoryEvent liveOpening;

    private boolean repeatingOutside;
    private Trigger trigger = Trigger.SCENARIO;
    private int deaths;

    /**
     * A player at the scenario's start.
     *
     * @param cluster a cluster of the scenario's nodes, all just started
     * @param snapshots gets every snapshot, beginning with the start
     */
    public Player(Scenario scenario, StepCluster cluster, Consumer<Snapshot> snapshots) {
        this(scenario, cluster, new StepState(scenario.cluster()), snapshots);
        happened(new RunEvent.ClusterStarted());
    }

    private Player(Scenario scenario, StepCluster cluster, StepState state, Consumer<Snapshot> snapshots) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.state = state;
        this.snapshots = snapshots;
        this.processes = new ProcessStates(cluster, state);
        this.traffic = new Traffic(cluster, state, this::happened, this::heard);
        this.interventions = new Interventions(traffic);
        this.questions = new Questions(cluster, state, processes, traffic, this::happened);
        this.performer = new Performer(cluster, state, processes, traffic, interventions, questions, this::happened);
    }

    /**
     * Returns a player that goes on from here by itself.
     *
     * @param other a copy of the cluster
     * @param told gets every snapshot from now on
     */
    public Player copy(StepCluster other, Consumer<Snapshot> told) {
        return new Player(scenario, other, state.copy(), told);
    }

    /** Returns the fingerprint of what the player knows; that of its cluster makes it whole. */
    public long fingerprint() {
        return state.fingerprint();
    }

    private void heard(Message message, StepCluster.InquiryEffect effect) {
        questions.heard(message, effect);
    }

    private void happened(RunEvent event) {
        if (repeatingOutside && event instanceof RunEvent.Wrote wrote && !wrote.outside()) {
            outsideWrite(wrote.node(), wrote.entry(), wrote.lost());
            return;
        }
        state.clientReads = ClientRead.after(state.clientReads, event);
        int id = state.present == null ? 0 : state.present.index() + 1;
        state.present = snapshot(state.causes.event(id, event, trigger), cluster);
        snapshots.accept(state.present);
    }

    private Snapshot snapshot(HistoryEvent event, Cluster from) {
        return snapshot(event, processes.nodes(from), processes.gateways(from), state.messages);
    }

    private Snapshot snapshot(
            HistoryEvent event, List<NodeState> nodes, List<GatewayState> gateways, List<Message> messages) {
        return new Snapshot(
                event,
                state.step,
                state.begun,
                state.time,
                state.phase,
                nodes,
                gateways,
                messages,
                state.queue.now(),
                state.cut,
                state.rules.inForce(),
                state.script,
                state.inFlight.size(),
                state.clientReads,
                state.sent);
    }

    /** The cluster as it is now, or was when it went live. */
    public Snapshot present() {
        return state.present;
    }

    /** Returns whether all steps of the scenario have been begun. */
    public boolean isAtEnd() {
        return state.begun >= scenario.steps().size();
    }

    /**
     * Carries out the actions of the next step and stops in flight; the present one is over.
     *
     * @throws NodeException if the cluster itself fails: before the step has begun, which is then still the next one,
     *     or in it, which makes the scenario void from here on
     */
    public void beginStep() {
        openStep();
        finishActions();
    }

    /** Begins the next step, of which no action is carried out yet; the present one is over. */
    public void openStep() {
        if (isAtEnd()) {
            throw new ActionFailure("the scenario has no further step");
        }
        trigger = Trigger.SCENARIO;
        Step next = scenario.steps().get(state.begun);
        long time = Math.max(next.time(), state.time + 1);
        processes.setClocks(time); // a node that turns out to be dead died before the step
        state.begun++;
        state.actions.clear();
        state.actions.addAll(next.actions());
        followScript(() -> stepOpened(time, next.title()));
    }

    /** Carries out the next action of a step that was opened; when there is none, stops in flight. */
    public void actNext() {
        trigger = Trigger.SCENARIO;
        if (!state.actions.isEmpty()) {
            followScript(() -> play(state.actions.remove()));
            return;
        }
        state.phase = Phase.IN_FLIGHT;
        state.inFlight.addAll(scenario.steps().get(state.begun - 1).inFlight());
        happened(new RunEvent.ActionsDone());
    }

    /** The action that the scenario carries out next in the present step. */
    public Optional<Action> next() {
        return Optional.ofNullable(state.phase == Phase.ACTING ? state.actions.peek() : state.inFlight.peek());
    }

    private void finishActions() {
        while (state.phase == Phase.ACTING) {
            actNext();
        }
    }

    /**
     * What is left of the step's actions is to be carried out in flight, one after the other, so that something can be
     * done by hand before it. Returns how many were carried out before.
     */
    public int handOver() {
        int done = actionsDone();
        trigger = Trigger.HAND;
        state.inFlight.addAll(state.actions);
        state.inFlight.addAll(begunStep().inFlight());
        state.actions.clear();
        state.phase = Phase.IN_FLIGHT;
        state.leaveScript();
        happened(new RunEvent.ActionsDone());
        return done;
    }

    /** Returns how many actions of the present step have been carried out. */
    public int actionsDone() {
        return begunStep().actions().size() - state.actions.size();
    }

    private Step begunStep() {
        return scenario.steps().get(state.begun - 1);
    }

    /** Begins the next step, of which only the first actions are carried out before {@link #handOver}. */
    void beginPart(int actions) {
        openStep();
        for (int i = 0; i < actions; i++) {
            actNext();
        }
        handOver();
    }

    /** What the scenario would still do in the present step is not done; what is in flight stays there. */
    public void leaveStep() {
        boolean leaves = state.phase == Phase.ACTING || !state.inFlight.isEmpty();
        state.actions.clear();
        state.inFlight.clear();
        state.expectations.clear();
        if (leaves) {
            state.phase = Phase.IN_FLIGHT;
            state.leaveScript();
            happened(new RunEvent.ActionsDone());
        }
    }

    /** Does what the scenario says. If the cluster itself fails, the step ends with what is in flight by then. */
    private <T> T followScript(Supplier<T> work) {
        try {
            return work.get();
        } catch (NodeException e) {
            state.script = ScriptStatus.VOID;
            state.phase = Phase.IN_FLIGHT;
            state.actions.clear();
            happened(new RunEvent.StepFailed(e.getMessage()));
            throw e;
        }
    }

    private void followScript(Runnable work) {
        followScript(() -> {
            work.run();
            return true;
        });
    }

    private void play(Action action) {
        try {
            survive(() -> performer.perform(action));
        } catch (ActionFailure e) {
            if (state.script == ScriptStatus.OFF_SCRIPT) {
                state.script = ScriptStatus.VOID;
            }
            failed(action, e);
        }
    }

    private void openStep(long newTime, Optional<String> title) {
        processes.setClocks(newTime);
        stepOpened(newTime, title);
    }

    private void stepOpened(long newTime, Optional<String> title) {
        state.step++;
        state.time = newTime;
        state.phase = Phase.ACTING;
        state.expectations.clear();
        traffic.nextStep();
        state.passed.clear();
        happened(new RunEvent.StepOpened(state.time, title));
        traffic.releaseDue();
    }

    /**
     * Does work for which a node may be needed that dies over it or hangs. Then the node is dead, and the work is an
     * action that failed; the run goes on.
     *
     * @throws NodeException if the network between the nodes failed, or a node is not as it must be
     */
    private <T> T survive(Supplier<T> work) {
        int before = deaths;
        try {
            return work.get();
        } catch (NodeException e) {
            cluster.poll();
            if (deaths == before) {
                throw e;
            }
            throw new ActionFailure(e.getMessage());
        }
    }

    private void failed(Action action, ActionFailure failure) {
        happened(new RunEvent.Failed(action, failure.getMessage()));
    }

    /**
     * Carries out the next action of the scenario in flight; when there is none, delivers the next message; when there
     * is none, ends the step. Returns whether the step goes on.
     */
    public boolean deliverNext() {
        if (state.phase != Phase.IN_FLIGHT) {
            return false;
        }
        if (!state.inFlight.isEmpty()) {
            trigger = Trigger.SCENARIO;
            followScript(() -> play(state.inFlight.remove()));
            return true;
        }
        trigger = Trigger.COURSE;
        try {
            return followScript(() -> survive(this::deliverOrEnd));
        } catch (ActionFailure e) {
            return true; // who did not take the message is dead; what becomes of it then, comes next
        }
    }

    private boolean deliverOrEnd() {
        if (!state.queue.isEmpty()) {
            traffic.deliverNext();
            return true;
        }
        questions.giveUp();
        List<NodeState> states = processes.nodes(cluster);
        for (Expectation expectation : state.expectations) {
            boolean met = Expectations.isMet(expectation, states);
            happened(new RunEvent.Checked(
                    expectation.toString(), met, met ? "" : Expectations.found(expectation, states)));
        }
        state.expectations.clear();
        state.phase = Phase.DELIVERED;
        happened(new RunEvent.StepDone());
        return false;
    }

    /**
     * Carries out an action by hand. When the present step is over, this opens a step at T + 1, unless the action is
     * one of those that need none: a read that is not stepped through, or one that sets or ends a rule.
     *
     * @return what the client got, for put, delete and get
     * @throws ActionFailure if the action cannot be carried out; nothing has changed if that was known beforehand
     */
    public Optional<ClientReply> act(Action action) {
        Preconditions.unmet(state.present, action).ifPresent(why -> {
            throw refusal(action, why);
        });
        trigger = Trigger.HAND;
        boolean reads = action instanceof Action.Get get && !get.step();
        boolean needsStep = !reads && !(action instanceof Action.SetRule) && !(action instanceof Action.EndRule);
        if (needsStep && state.phase != Phase.IN_FLIGHT) {
            openByHand();
        }
        if (!reads) {
            state.leaveScript();
        }
        Optional<ClientReply> reply = byHand(() -> performer.perform(action), action);
        if (state.present.phase() != state.phase || state.present.script() != state.script) { // and nothing came of it
            happened(new RunEvent.ActionsDone());
        }
        if (state.phase != Phase.IN_FLIGHT) {
            questions.giveUp();
        }
        return reply;
    }

    private void openByHand() {
        openStep(state.time + 1, Optional.of("By hand"));
        state.phase = Phase.IN_FLIGHT;
    }

    private <T> T byHand(Supplier<T> work, Action action) {
        try {
            return survive(work);
        } catch (ActionFailure e) {
            failed(action, e);
            throw refusal(action, e.getMessage());
        }
    }

    private static ActionFailure refusal(Action action, String why) {
        return new ActionFailure("%s: %s".formatted(ScenarioWriter.line(action), why));
    }

    /** Does by hand whatever makes the cluster whole again, if there is anything: see {@link Healing}. */
    public void heal() {
        Healing.of(state.present).forEach(this::act);
    }

    /** Opens a step at T + 1 in which nothing is done yet; the present one is over. */
    public void tick() {
        trigger = Trigger.HAND;
        state.leaveScript();
        openByHand();
        happened(new RunEvent.ActionsDone());
    }

    /**
     * Does something to a message by hand.
     *
     * @throws ActionFailure if that cannot be done; nothing has changed if that was known beforehand
     */
    public void handle(long message, MessageAction action) {
        Preconditions.unmet(state.present, message, action).ifPresent(why -> {
            throw new ActionFailure(why);
        });
        trigger = Trigger.HAND;
        state.leaveScript();
        try {
            survive(() -> {
                interventions.handle(traffic.message(message), action, Interventions.HAND);
                return true;
            });
        } catch (ActionFailure e) {
            throw new ActionFailure(e.getMessage());
        }
    }

    /**
     * Returns how the nodes would run by their own clocks from the next T on, a unit of time a millisecond.
     *
     * @param nowMillis the machine's clock, in milliseconds since 1970
     * @throws ActionFailure if T is beyond what a node's own clock can show
     */
    public Live clocks(long nowMillis) {
        try {
            return Live.since(nowMillis - state.time - 1);
        } catch (IllegalArgumentException e) {
            throw new ActionFailure(format(
                    "from T = %d on the nodes cannot run by their own clocks, at a millisecond per unit of time: that needs %s",
                    state.time, e.getMessage()));
        }
    }

    /**
     * The nodes run by their own clocks from now on; the present step is over.
     *
     * @param seed decides what happens to messages on links with faults
     * @param owner runs what it is given on the player's thread
     */
    public LiveCluster startLive(Live clocks, long seed, Executor owner) {
        trigger = Trigger.HAND;
        state.step++;
        state.time++;
        state.phase = Phase.LIVE;
        state.leaveScript();
        traffic.nextStep();
        state.passed.clear();
        originMillis = clocks.originMillis();
        LiveCluster live = cluster.goLive(clocks, seed, owner);
        happened(new RunEvent.StepOpened(state.time, Optional.of(LIVE_TITLE)));
        liveOpening = state.present.event();
        return live;
    }

    /** Returns what a live cluster has become, to stand in place of {@code before}. */
    public Snapshot look(LiveCluster live, Set<Link> cut, long nowMillis, Snapshot before) {
        follow(live, cut);
        state.time = nowMillis - originMillis;
        return snapshot(before.event(), live);
    }

    private void follow(LiveCluster live, Set<Link> cut) {
        processes.follow(live);
        if (!state.cut.equals(cut)) {
            state.cut = Set.copyOf(cut);
        }
    }

    /**
     * Tells what the nodes have recorded while they ran by their own clocks, moment by moment.
     *
     * @param inPlaceOfPresent gets the moment at which that began, in place of the last look at the cluster
     */
    public void lived(LivedRun lived, Consumer<Snapshot> inPlaceOfPresent) {
        List<GatewayState> gateways = state.present.gateways();
        state.phase = Phase.LIVED;
        HistoryEvent begun = state.present.event();
        String title = LIVE_TITLE
                + (lived.since().isEmpty()
                        ? ""
                        : format(
                                "; there is every message from %d ms on, and what was before was too much to keep",
                                lived.since().getAsLong() - originMillis));
        state.time = begun.what() instanceof RunEvent.StepOpened step ? step.time() : state.time;
        RunEvent opened = new RunEvent.StepOpened(state.time, Optional.of(title));
        state.present = snapshot(
                new HistoryEvent(begun.id(), opened, begun.trigger(), begun.causes()),
                lived.begin(),
                gateways,
                state.messages);
        liveOpening = state.present.event();
        inPlaceOfPresent.accept(state.present);
        List<Message> before = state.messages;
        for (LivedMoment moment : lived.moments()) {
            state.time = moment.epochMillis() - originMillis;
            HistoryEvent event = state.causes.event(state.present.index() + 1, moment.what(), trigger(moment.what()));
            List<Message> messages = new ArrayList<>(before);
            messages.addAll(moment.messages());
            state.present = snapshot(event, moment.nodes(), gateways, messages);
            snapshots.accept(state.present);
        }
        traffic.lived(lived.underWay());
    }

    private static Trigger trigger(RunEvent what) {
        if (what instanceof RunEvent.Wrote) {
            return Trigger.OUTSIDE;
        }
        return what instanceof RunEvent.Sent || what instanceof RunEvent.Delivered ? Trigger.COURSE : Trigger.HAND;
    }

    /**
     * Opens a new step after the clocks have stopped, in which everything that was on its way is held.
     *
     * @param cut the links that are cut
     * @param lasting those of them that have been cut since before the nodes ran by their own clocks
     */
    public void stopLive(LiveCluster live, LiveCluster.Stopped stopped, Set<Link> cut, Set<Link> lasting) {
        follow(live, cut);
        state.causes.clocksStop(cut, lasting, liveOpening);
        openStep(Math.max(state.time, stopped.time()) + 1, Optional.of("The clocks have stopped"));
        for (LiveCluster.MessageUnderWay message : stopped.underWay()) {
            traffic.stopped(message.message(), message.copies(), message.corrupt(), state.step);
        }
        state.phase = Phase.DELIVERED;
        happened(new RunEvent.StepDone());
    }

    /** A client other than this program has written. */
    public void outsideWrite(NodeId node, Entry entry, boolean lost) {
        fromOutside(() -> happened(new RunEvent.Wrote(node, entry, lost, true)));
    }

    /** Repeats what a client other than this program wrote. */
    void repeatOutsideWrite(Action write) {
        repeatingOutside = true;
        try {
            performer.perform(write);
        } finally {
            repeatingOutside = false;
        }
    }

    /** The process of a node or gateway has ended by itself. */
    public void died(NodeId node, String lastWords) {
        deaths++;
        state.setStatus(node, Status.DEAD);
        fromOutside(() -> {
            happened(new RunEvent.Died(node, lastWords));
            traffic.died(node);
            questions.died(node);
        });
    }

    /** Takes down what comes from outside, perhaps in the middle of something else. */
    private void fromOutside(Runnable work) {
        Trigger meanwhile = trigger;
        trigger = Trigger.OUTSIDE;
        state.leaveScript();
        work.run();
        trigger = meanwhile;
    }

    /** Repeats that a process ended by itself, by ending it. */
    void repeatDeath(NodeId node) {
        cluster.kill(node);
        died(node, "died again, as it had before");
    }
}
