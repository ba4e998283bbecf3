package sosad.app.lab.step;

import static sosad.model.PlainFormat.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import sosad.app.history.HistoryEvent;
import sosad.app.history.HistoryEvent.Trigger;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.process.NodeException;
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
 * Every change is told as a {@link Snapshot}. All calls come from one thread and return when what they ask for is done.
 */
public final class Player {
    private final Scenario scenario;
    private final StepCluster cluster;
    private final Nodes nodes;
    private final Gateways gateways;
    private final CauseIndex causes = new CauseIndex();
    private final CutLinks links = new CutLinks();
    private final RuleBook rules = new RuleBook();
    private final Traffic traffic;
    private final Interventions interventions;
    private final Questions questions;
    private final Performer performer;
    private final Consumer<Snapshot> snapshots;
    private final List<Expectation> pending = new ArrayList<>();
    private final Deque<Action> inFlight = new ArrayDeque<>();
    private int nextScripted;
    private int step;
    private long time;
    private Phase phase = Phase.START;
    private long originMillis;
    private boolean offScript;
    private boolean repeatingOutside;
    private Trigger trigger = Trigger.SCENARIO;
    private int deaths;
    private Snapshot present;

    /**
     * A player at the scenario's start.
     *
     * @param cluster a cluster of the scenario's nodes, all just started
     * @param snapshots is told of every moment, beginning with the start
     */
    public Player(Scenario scenario, StepCluster cluster, Consumer<Snapshot> snapshots) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.snapshots = snapshots;
        this.time = scenario.cluster().rules().startTime();
        this.nodes = new Nodes(cluster, scenario.cluster().nodes());
        this.gateways = new Gateways(scenario.cluster().gatewayNames());
        this.traffic = new Traffic(cluster, nodes, links, rules, causes, this::happened);
        this.interventions = new Interventions(traffic);
        this.questions = new Questions(cluster, nodes, links::has, causes, this::happened);
        this.performer = new Performer(
                cluster, nodes, gateways, traffic, interventions, links, rules, questions, new Surroundings());
        happened(new RunEvent.ClusterStarted());
    }

    /** What the performer needs to know of the step, and where it says what happened. */
    private final class Surroundings implements Performer.Surroundings {
        @Override
        public long time() {
            return time;
        }

        @Override
        public int step() {
            return step;
        }

        @Override
        public Snapshot present() {
            return present;
        }

        @Override
        public void happened(RunEvent event) {
            if (repeatingOutside && event instanceof RunEvent.Wrote wrote) {
                outsideWrite(wrote.node(), wrote.entry(), wrote.lost());
            } else {
                Player.this.happened(event);
            }
        }

        @Override
        public void expect(Expectation expectation) {
            pending.add(expectation);
        }
    }

    private void happened(RunEvent event) {
        present = snapshot(causes.event(present == null ? 0 : present.index() + 1, event, trigger), cluster);
        snapshots.accept(present);
    }

    private Snapshot snapshot(HistoryEvent event, Cluster from) {
        return new Snapshot(
                event,
                step,
                nextScripted,
                time,
                phase,
                nodes.states(from),
                gateways.states(from),
                traffic.messages(),
                traffic.queue(),
                links.all(),
                rules.inForce(),
                offScript,
                inFlight.size());
    }

    /** The cluster as it is now, or was when it went live. */
    public Snapshot present() {
        return present;
    }

    /** Returns whether all steps of the scenario have been begun. */
    public boolean isAtEnd() {
        return nextScripted >= scenario.steps().size();
    }

    /** Carries out the actions of the next step and stops in flight; the present one is over. */
    public void beginStep() {
        if (isAtEnd()) {
            throw new ActionFailure("the scenario has no further step");
        }
        trigger = Trigger.SCENARIO;
        Step next = scenario.steps().get(nextScripted++);
        openStep(Math.max(next.time(), time + 1), next.title());
        next.actions().forEach(this::play);
        phase = Phase.IN_FLIGHT;
        inFlight.addAll(next.inFlight());
        happened(new RunEvent.ActionsDone());
    }

    private void play(Action action) {
        try {
            survive(() -> performer.perform(action));
        } catch (ActionFailure e) {
            failed(action, e);
        }
    }

    private void openStep(long newTime, Optional<String> title) {
        nodes.setClocks(newTime); // a node that turns out to be dead died before the step
        step++;
        time = newTime;
        phase = Phase.ACTING;
        pending.clear();
        traffic.nextStep();
        gateways.nextStep();
        happened(new RunEvent.StepOpened(time, title));
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
        if (phase != Phase.IN_FLIGHT) {
            return false;
        }
        if (!inFlight.isEmpty()) {
            trigger = Trigger.SCENARIO;
            play(inFlight.remove());
            return true;
        }
        trigger = Trigger.COURSE;
        try {
            return survive(this::deliverOrEnd);
        } catch (ActionFailure e) {
            return true; // who did not take the message is dead; what becomes of it then, comes next
        }
    }

    private boolean deliverOrEnd() {
        if (!traffic.isQuiet()) {
            traffic.deliverNext();
            return true;
        }
        questions.giveUp();
        List<NodeState> states = nodes.states(cluster);
        for (Expectation expectation : pending) {
            boolean met = Expectations.isMet(expectation, states);
            happened(new RunEvent.Checked(
                    expectation.toString(), met, met ? "" : Expectations.found(expectation, states)));
        }
        pending.clear();
        phase = Phase.DELIVERED;
        happened(new RunEvent.StepDone());
        return false;
    }

    /**
     * Carries out an action by hand. When the present step is over, this opens a step at T + 1, unless the action is
     * one of those that need none: a read, or one that sets or ends a rule.
     *
     * @return what the client got, for put, delete and get
     * @throws ActionFailure if the action cannot be carried out; nothing has changed if that was known beforehand
     */
    public Optional<ClientReply> act(Action action) {
        Preconditions.unmet(present, action).ifPresent(why -> {
            throw refusal(action, why);
        });
        trigger = Trigger.HAND;
        boolean reads = action instanceof Action.Get;
        boolean needsStep = !reads && !(action instanceof Action.SetRule) && !(action instanceof Action.EndRule);
        if (needsStep && phase != Phase.IN_FLIGHT) {
            openByHand();
        }
        offScript |= !reads;
        Optional<ClientReply> reply = byHand(() -> performer.perform(action), action);
        if (phase != Phase.IN_FLIGHT) {
            questions.giveUp();
        }
        return reply;
    }

    private void openByHand() {
        openStep(time + 1, Optional.of("By hand"));
        phase = Phase.IN_FLIGHT;
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
        Healing.of(present).forEach(this::act);
    }

    /** Opens a step at T + 1 in which nothing is done yet; the present one is over. */
    public void tick() {
        trigger = Trigger.HAND;
        offScript = true;
        openByHand();
        happened(new RunEvent.ActionsDone());
    }

    /**
     * Does something to a message by hand.
     *
     * @throws ActionFailure if that cannot be done; nothing has changed if that was known beforehand
     */
    public void handle(long message, MessageAction action) {
        Preconditions.unmet(present, message, action).ifPresent(why -> {
            throw new ActionFailure(why);
        });
        trigger = Trigger.HAND;
        offScript = true;
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
            return Live.since(nowMillis - time - 1);
        } catch (IllegalArgumentException e) {
            throw new ActionFailure(format(
                    "from T = %d on the nodes cannot run by their own clocks, at a millisecond per unit of time: that needs %s",
                    time, e.getMessage()));
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
        step++;
        time++;
        phase = Phase.LIVE;
        offScript = true;
        traffic.nextStep();
        gateways.nextStep();
        originMillis = clocks.originMillis();
        LiveCluster live = cluster.goLive(clocks, seed, owner);
        happened(new RunEvent.StepOpened(time, Optional.of("The nodes run by their own clocks")));
        return live;
    }

    /** Returns what a live cluster has become, to stand in place of {@code before}. */
    public Snapshot look(LiveCluster live, Set<Link> cut, long nowMillis, Snapshot before) {
        follow(live, cut);
        time = nowMillis - originMillis;
        return snapshot(before.event(), live);
    }

    private void follow(LiveCluster live, Set<Link> cut) {
        nodes.follow(live);
        gateways.follow(live);
        links.mend(Optional.empty());
        links.cut(cut);
    }

    /** The clocks have stopped: a new step stands there, in which all that was on its way is held. */
    public void stopLive(LiveCluster live, LiveCluster.Stopped stopped, Set<Link> cut) {
        follow(live, cut);
        openStep(Math.max(time, stopped.time()) + 1, Optional.of("The clocks have stopped"));
        for (LiveCluster.UnderWay message : stopped.underWay()) {
            traffic.stopped(message.message(), message.copies(), message.corrupt(), step);
        }
        phase = Phase.DELIVERED;
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
        boolean isNode = !gateways.has(node);
        if (isNode) {
            nodes.setStatus(node, Status.DEAD);
        } else {
            gateways.setLive(node, false);
        }
        fromOutside(() -> {
            happened(new RunEvent.Died(node, lastWords));
            if (isNode) {
                traffic.died(node);
                questions.died(node);
            }
        });
    }

    /** Takes down what comes from outside, perhaps in the middle of something else. */
    private void fromOutside(Runnable work) {
        Trigger meanwhile = trigger;
        trigger = Trigger.OUTSIDE;
        offScript = true;
        work.run();
        trigger = meanwhile;
    }

    /** Repeats that a process ended by itself, by ending it. */
    void repeatDeath(NodeId node) {
        cluster.kill(node);
        died(node, "died again, as it had before");
    }
}
