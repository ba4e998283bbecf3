package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.NodeState;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.Snapshot;
import sosad.app.lab.StepRun;
import sosad.app.scenario.MessageAction.Kind;
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

/** What is done to messages in flight leaves the tables that a model leaves which knows every copy by itself. */
class InFlightModelTest {
    private static final List<NodeId> NODES = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));
    private static final Set<Kind> SAID = EnumSet.complementOf(EnumSet.of(Kind.REORDER));

    private static Scenario scenario(long seed) {
        Random chance = new Random(seed);
        Rules rules = new Rules(
                Content.values()[chance.nextInt(Content.values().length)],
                Timestamps.PER_KEY,
                chance.nextBoolean() ? Schedule.TOGETHER : Schedule.ROLLING,
                1);
        List<Step> steps = new ArrayList<>();
        for (int time = 2; time < 8; time++) {
            List<Action> before = new ArrayList<>();
            List<Action> inFlight = new ArrayList<>();
            for (int i = chance.nextInt(6); i >= 0; i--) {
                before.add(action(chance));
            }
            for (int i = chance.nextInt(8); i > 0; i--) {
                inFlight.add(chance.nextInt(4) == 0 ? action(chance) : handle(chance));
            }
            steps.add(new Step(time, Optional.empty(), Optional.empty(), Optional.empty(), before, inFlight));
        }
        return new Scenario(
                "seed " + seed, Optional.empty(), new ClusterPlan(NODES, rules, StoreKind.MEMORY, 0), steps);
    }

    private static Key key(Random chance) {
        return new Key("k" + chance.nextInt(3));
    }

    private static Link link(Random chance) {
        int from = chance.nextInt(3);
        return new Link(NODES.get(from), NODES.get((from + 1 + chance.nextInt(2)) % 3));
    }

    private static Set<NodeId> some(Random chance) {
        return chance.nextInt(4) == 0 ? Set.of(NODES.get(chance.nextInt(3))) : Set.of();
    }

    private static Action action(Random chance) {
        NodeId node = NODES.get(chance.nextInt(3));
        Fates fates = new Fates(
                some(chance),
                some(chance),
                chance.nextInt(5) == 0 ? Map.of(NODES.get(chance.nextInt(3)), 1 + chance.nextInt(2)) : Map.of(),
                some(chance),
                some(chance));
        return switch (chance.nextInt(16)) {
            case 0, 1, 2 -> new Action.Put(node, key(chance), Value.of("v" + chance.nextInt(100)));
            case 3, 4, 5 -> new Action.Push(node, Optional.empty(), fates);
            case 6, 7, 8 -> new Action.Sync(node, Optional.empty(), Optional.empty(), fates);
            case 9 -> new Action.Deliver(link(chance), 1 + chance.nextInt(2));
            case 10 -> new Action.Discard(link(chance), 1);
            case 11 -> new Action.Trim(link(chance), 1, Set.of(key(chance)));
            case 12 -> new Action.Pause(node);
            case 13 -> chance.nextBoolean() ? new Action.Resume(node) : new Action.Start(node, false);
            case 14 -> chance.nextInt(3) > 0 ? new Action.Start(node, false) : new Action.Kill(node);
            default -> chance.nextBoolean() ? new Action.Cut(List.of(link(chance))) : new Action.Mend(Optional.empty());
        };
    }

    private static Action handle(Random chance) {
        List<Kind> kinds = List.copyOf(SAID);
        Kind kind = kinds.get(chance.nextInt(kinds.size()));
        MessageAction action =
                switch (kind) {
                    case DELAY -> new MessageAction.DelayBy(1 + chance.nextInt(2));
                    case TRIM -> new MessageAction.Trim(Set.of(key(chance)));
                    default -> new MessageAction.Simple(kind);
                };
        return new Action.Handle(link(chance), 1 + chance.nextInt(3), action);
    }

    private static List<Snapshot> played(Scenario scenario) {
        List<Snapshot> snapshots = new ArrayList<>();
        SimulatedCluster cluster = new SimulatedCluster(
                NODES, scenario.cluster().rules(), scenario.cluster().store());
        cluster.startAll();
        new StepRun(scenario, cluster, snapshots::add).playAll();
        return snapshots;
    }

    private static List<NodeState> tables(List<NodeState> nodes) {
        return nodes.stream().map(NodeState::withoutProcess).toList();
    }

    @Test
    void everyStepEndsWithTheTablesOfTheModel() {
        Set<Handling> handled = EnumSet.noneOf(Handling.class);
        int splits = 0;
        for (long seed : LongStream.range(0, 400).toArray()) {
            Scenario scenario = scenario(seed);
            ModelRun model = ModelRun.of(scenario);
            for (Snapshot snapshot : played(scenario)) {
                if (snapshot.what() instanceof RunEvent.Handled some) {
                    handled.add(some.handling());
                } else if (snapshot.what() instanceof RunEvent.Split) {
                    splits++;
                }
                if (snapshot.phase() == Phase.DELIVERED) {
                    assertThat(tables(snapshot.nodes()))
                            .as(() ->
                                    "at the end of step " + snapshot.step() + " of\n" + ScenarioWriter.write(scenario))
                            .isEqualTo(tables(model.at(snapshot.time())));
                }
            }
        }
        assertThat(handled).as("all of it has been done").isEqualTo(EnumSet.allOf(Handling.class));
        assertThat(splits).isPositive();
    }
}
