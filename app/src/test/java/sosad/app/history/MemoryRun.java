package sosad.app.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.lab.StepRun;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.scenario.TrafficRule;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;

/**
 * A scenario that is written while it is played, on a simulated cluster, for tests that need real moments: what is done
 * in a step before its actions are done belongs to the scenario, and what is done afterwards is done by hand.
 */
public final class MemoryRun {
    private final ClusterPlan plan;
    private final List<Step> steps = new ArrayList<>();
    private final List<Consumer<StepRun>> inputs = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private Optional<StepRun> played = Optional.empty();
    private int done;
    private boolean acting;

    /** A cluster without gateways. */
    public MemoryRun(Rules rules, String... names) {
        this(rules, 0, names);
    }

    public MemoryRun(Rules rules, int gateways, String... names) {
        plan = new ClusterPlan(Arrays.stream(names).map(NodeId::new).toList(), rules, StoreKind.MEMORY, gateways);
    }

    /** Returns what has been written so far. */
    public Scenario scenario() {
        return new Scenario("In memory", Optional.empty(), plan, steps);
    }

    public History history() {
        catchUp();
        return History.of(snapshots);
    }

    public Snapshot present() {
        catchUp();
        return snapshots.get(snapshots.size() - 1);
    }

    private void catchUp() {
        StepRun run = played.orElseGet(this::begin);
        while (done < inputs.size()) {
            inputs.get(done++).accept(run);
        }
    }

    private StepRun begin() {
        SimulatedCluster cluster = new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames());
        cluster.startAll();
        snapshots.clear();
        done = 0;
        StepRun run = new StepRun(scenario(), cluster, snapshots::add);
        played = Optional.of(run);
        return run;
    }

    /** The id of the last message on this link. */
    public long message(String from, String to) {
        Link link = new Link(new NodeId(from), new NodeId(to));
        return present().messages().stream()
                .filter(message -> message.isOn(link))
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
    }

    /** The next step of the scenario begins; the present one is over. */
    public MemoryRun step(long time, String title) {
        input(StepRun::beginStep);
        steps.add(new Step(time, Optional.ofNullable(title), Optional.empty(), Optional.empty(), List.of(), List.of()));
        acting = true;
        played = Optional.empty();
        return this;
    }

    private MemoryRun input(Consumer<StepRun> input) {
        acting = false;
        inputs.add(input);
        return this;
    }

    public MemoryRun act(Action action) {
        if (!acting) {
            return input(run -> run.act(action));
        }
        return addToStep(List.of(action), List.of());
    }

    /** The scenario does this next in flight. */
    public MemoryRun actInFlight(Action action) {
        return addToStep(List.of(), List.of(action)).input(StepRun::deliverNext);
    }

    private MemoryRun addToStep(List<Action> actions, List<Action> inFlight) {
        Step open = steps.remove(steps.size() - 1);
        steps.add(new Step(
                open.time(),
                open.title(),
                Optional.empty(),
                open.say(),
                Stream.concat(open.actions().stream(), actions.stream()).toList(),
                Stream.concat(open.inFlight().stream(), inFlight.stream()).toList()));
        played = Optional.empty();
        return this;
    }

    private Access access(String at) {
        NodeId name = new NodeId(at);
        return new Access(name, plan.gatewayNames().contains(name));
    }

    public MemoryRun put(String at, String key, String value) {
        return act(new Action.Put(access(at), new Key(key), Value.of(value)));
    }

    public MemoryRun delete(String at, String key) {
        return act(new Action.Delete(access(at), new Key(key)));
    }

    public MemoryRun get(String at, String key) {
        return act(new Action.Get(access(at), new Key(key), ReadMode.LOCAL, Optional.empty()));
    }

    /** The same, stepped through. */
    public MemoryRun readInSteps(String at, String key, ReadMode mode) {
        return act(new Action.Get(access(at), new Key(key), mode, Optional.empty(), true));
    }

    /** A read that asks the peers: {@code find} or {@code newest}. */
    public MemoryRun read(String at, String key, ReadMode mode) {
        return act(new Action.Get(access(at), new Key(key), mode, Optional.empty()));
    }

    private static Set<NodeId> nodes(String... names) {
        return Arrays.stream(names).map(NodeId::new).collect(Collectors.toSet());
    }

    /** Pushes to all peers; those named are lost. */
    public MemoryRun push(String from, String... lost) {
        return act(new Action.Push(new NodeId(from), Optional.empty(), new Fates(nodes(lost), Set.of(), Set.of())));
    }

    /** Pushes to all peers; those named are held. */
    public MemoryRun pushHeld(String from, String... held) {
        return act(new Action.Push(new NodeId(from), Optional.empty(), new Fates(Set.of(), nodes(held), Set.of())));
    }

    /** Syncs to all peers. */
    public MemoryRun sync(String from) {
        return act(new Action.Sync(new NodeId(from), Optional.empty(), Optional.empty(), Fates.NONE));
    }

    /** Syncs no more than these keys to all peers. */
    public MemoryRun syncOnly(String from, String... keys) {
        List<Key> wanted = Arrays.stream(keys).map(Key::new).toList();
        return act(new Action.Sync(new NodeId(from), Optional.empty(), Optional.of(wanted), Fates.NONE));
    }

    /** All messages of the step stand on their links. */
    public MemoryRun actionsDone() {
        acting = false;
        return this;
    }

    public MemoryRun deliverNext() {
        return input(StepRun::deliverNext);
    }

    public MemoryRun finish() {
        return input(StepRun::finishStep);
    }

    public MemoryRun handle(long id, MessageAction action) {
        return input(run -> run.handle(id, action));
    }

    public MemoryRun deliver(long id) {
        return handle(id, MessageAction.DELIVER);
    }

    public MemoryRun drop(long id) {
        return handle(id, MessageAction.LOSE);
    }

    public MemoryRun hold(long id) {
        return handle(id, MessageAction.HOLD);
    }

    public MemoryRun delay(long id, int number) {
        return handle(id, new MessageAction.DelayBy(number));
    }

    public MemoryRun corrupt(long id) {
        return handle(id, MessageAction.CORRUPT);
    }

    public MemoryRun duplicate(long id) {
        return handle(id, MessageAction.DUPLICATE);
    }

    /** Gives a message in flight another place, from 1. */
    public MemoryRun reorder(long id, int place) {
        return handle(id, new MessageAction.Reorder(place));
    }

    /** The first held message on this link goes on. */
    public MemoryRun release(String from, String to) {
        return act(new Action.Deliver(new Link(new NodeId(from), new NodeId(to)), 1));
    }

    public MemoryRun rule(TrafficRule rule) {
        return act(new Action.SetRule(rule));
    }

    public MemoryRun kill(String process) {
        return act(new Action.Kill(new NodeId(process)));
    }

    public MemoryRun start(String process) {
        return act(new Action.Start(new NodeId(process), false));
    }

    public MemoryRun pause(String node) {
        return act(new Action.Pause(new NodeId(node)));
    }

    public MemoryRun resume(String node) {
        return act(new Action.Resume(new NodeId(node)));
    }

    public MemoryRun skew(String node, long by) {
        return act(new Action.Skew(new NodeId(node), by));
    }

    public MemoryRun cut(String from, String to) {
        return act(new Action.Cut(List.of(new Link(new NodeId(from), new NodeId(to)))));
    }

    public MemoryRun mend() {
        return act(new Action.Mend(Optional.empty()));
    }
}
