package sosad.app.explain.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Fates;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** Random runs of few nodes that write, push and sync, while messages are lost. */
final class SmallRuns {
    private final Random chance;
    private final List<NodeId> nodes;

    private SmallRuns(long seed, int nodes) {
        this.chance = new Random(seed);
        this.nodes = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C")).subList(0, nodes);
    }

    static PlayedRun ofTwoNodes(long seed) {
        SmallRuns runs = new SmallRuns(seed, 2);
        return runs.run(runs.pick(List.of(Content.values())), 4);
    }

    static PlayedRun ofThreeNodes(long seed, Content content, int steps) {
        return new SmallRuns(seed, 3).run(content, steps);
    }

    private PlayedRun run(Content content, int count) {
        Rules rules = new Rules(content, Timestamps.PER_KEY, pick(List.of(Schedule.values())), 1);
        List<Step> steps = new ArrayList<>();
        for (int time = 2; time < 2 + count; time++) {
            List<Action> actions = List.of(action(), action());
            steps.add(new Step(time, Optional.empty(), Optional.empty(), Optional.empty(), actions, List.of()));
        }
        ClusterPlan plan = new ClusterPlan(nodes, rules, StoreKind.MEMORY, 0);
        SimulatedRun run = SimulatedRun.of(new Scenario("small", Optional.empty(), plan, steps));
        run.playAll();
        return run.played();
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private Action action() {
        NodeId node = pick(nodes);
        Set<NodeId> lose = chance.nextInt(3) == 0 ? Set.of(pick(nodes)) : Set.of();
        Fates fates = new Fates(lose, Set.of(), Set.of());
        return switch (chance.nextInt(5)) {
            case 0, 1 -> new Action.Put(node, new Key("k" + chance.nextInt(2)), Value.of("v" + chance.nextInt(100)));
            case 2, 3 -> new Action.Push(node, Optional.empty(), fates);
            default -> new Action.Sync(node, Optional.empty(), Optional.empty(), fates);
        };
    }
}
