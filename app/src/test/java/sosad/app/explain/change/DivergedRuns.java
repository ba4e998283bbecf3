package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import sosad.app.lab.FairEnd;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** Random runs of three nodes and at most 14 events that the fair continuation does not heal. */
final class DivergedRuns {
    private static final List<NodeId> NODES = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));
    private static final int MOST_EVENTS = 14;

    private final Random chance;

    private DivergedRuns(long seed) {
        chance = new Random(seed);
    }

    /** A run, and an entry that it does not heal. */
    record Diverged(Scenario scenario, NodeId at, Key key) {}

    /** The first runs from this seed on. */
    static List<Diverged> first(int count, long seed) {
        List<Diverged> runs = new ArrayList<>();
        for (long next = seed; runs.size() < count; next++) {
            Scenario scenario = new DivergedRuns(next).scenario(next);
            unhealed(scenario).ifPresent(runs::add);
        }
        return runs;
    }

    private static Optional<Diverged> unhealed(Scenario scenario) {
        SimulatedRun run = SimulatedRun.of(scenario);
        run.playAll();
        List<NodeId> live =
                NODES.stream().filter(node -> run.present().hasProcess(node)).toList();
        FairEnd end = run.continueFairly();
        for (NodeId node : live) {
            for (int key = 0; key < 3; key++) {
                if (!end.heals(node, key(key))) {
                    return Optional.of(new Diverged(scenario, node, key(key)));
                }
            }
        }
        return Optional.empty();
    }

    private Scenario scenario(long seed) {
        Content content = pick(List.of(Content.REMOTE_NOW, Content.REMOTE_PREV));
        Rules rules = new Rules(content, Timestamps.PER_KEY, pick(List.of(Schedule.values())), 1);
        int events = 6 + chance.nextInt(MOST_EVENTS - 5);
        List<Step> steps = new ArrayList<>();
        long time = 1;
        while (events > 0) {
            int here = Math.min(events, 1 + chance.nextInt(4));
            events -= here;
            time += 1 + chance.nextInt(2);
            List<Action> actions = new ArrayList<>();
            List<Action> inFlight = new ArrayList<>();
            for (int i = 0; i < here; i++) {
                if (!actions.isEmpty() && chance.nextInt(6) == 0) {
                    inFlight.add(handle());
                } else {
                    actions.add(action());
                }
            }
            steps.add(new Step(time, Optional.empty(), Optional.empty(), Optional.empty(), actions, inFlight));
        }
        StoreKind store = chance.nextInt(3) == 0 ? StoreKind.DISK : StoreKind.MEMORY;
        return new Scenario("random " + seed, Optional.empty(), new ClusterPlan(NODES, rules, store, 0), steps);
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private static Key key(int number) {
        return new Key("k" + number);
    }

    private Link link() {
        NodeId from = pick(NODES);
        return new Link(
                from, pick(NODES.stream().filter(node -> !node.equals(from)).toList()));
    }

    private Action handle() {
        MessageAction action = pick(List.of(
                MessageAction.LOSE,
                MessageAction.LOSE,
                MessageAction.HOLD,
                MessageAction.DELIVER,
                MessageAction.CORRUPT,
                MessageAction.DUPLICATE,
                new MessageAction.DelayBy(1),
                new MessageAction.Trim(Set.of(key(0)))));
        return new Action.Handle(link(), 1, action);
    }

    private Set<NodeId> some(int oneIn) {
        Set<NodeId> some = new HashSet<>();
        NODES.stream().filter(node -> chance.nextInt(oneIn) == 0).forEach(some::add);
        return some;
    }

    private Action action() {
        NodeId node = pick(NODES);
        return switch (chance.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> new Action.Put(node, key(chance.nextInt(3)), Value.of("v" + chance.nextInt(100)));
            case 6 -> new Action.Delete(node, key(chance.nextInt(3)));
            case 7, 8, 9, 10 -> new Action.Push(node, Optional.empty(), new Fates(some(3), some(8), some(8)));
            case 11, 12, 13 ->
                new Action.Sync(node, Optional.empty(), Optional.empty(), new Fates(some(4), some(9), some(9)));
            case 14 -> new Action.Cut(List.of(link()));
            case 15 -> new Action.Mend(Optional.empty());
            case 16 -> new Action.Kill(node);
            case 17 -> new Action.Start(node, false);
            case 18 -> chance.nextBoolean() ? new Action.Pause(node) : new Action.Resume(node);
            default -> new Action.Deliver(link(), 1);
        };
    }
}
