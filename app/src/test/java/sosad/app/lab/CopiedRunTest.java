package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.Player;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Expectation;
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

/** What a player knows besides its cluster is a value. */
class CopiedRunTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final NodeId D = new NodeId("D");
    private static final NodeId E = new NodeId("E");
    private static final Link TO_B = new Link(A, B);
    private static final Link TO_C = new Link(A, C);
    private static final Link LOST = new Link(C, B);
    private static final Key K = new Key("k");
    private static final TrafficRule RULE =
            new TrafficRule(Optional.of(E), Optional.empty(), Optional.empty(), 1, TrafficRule.Treatment.LOSE, 0);

    private static SimulatedCluster cluster(Scenario scenario) {
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames());
        cluster.startAll();
        return cluster;
    }

    private static void goOn(Player player) {
        if (player.present().phase() == Phase.IN_FLIGHT) {
            player.deliverNext();
        } else {
            player.beginStep();
        }
    }

    private static boolean isOver(Player player) {
        return player.isAtEnd() && player.present().phase() != Phase.IN_FLIGHT;
    }

    private static List<Snapshot> rest(Player player, List<Snapshot> snapshots) {
        while (!isOver(player)) {
            goOn(player);
        }
        return snapshots;
    }

    private static List<Long> fingerprint(Player player, SimulatedCluster cluster) {
        return List.of(player.fingerprint(), cluster.fingerprint());
    }

    /** One input of each kind, of which no two lead to the same state. */
    private static List<Input> inputs(Snapshot snapshot) {
        List<Input> inputs = new ArrayList<>(List.of(Input.StepCommand.values()));
        List<Action> actions = List.of(
                new Action.Put(A, K, Value.of("by hand")),
                new Action.Delete(A, K),
                new Action.Get(Access.via(new NodeId("G1")), K, ReadMode.LOCAL, Optional.empty()),
                new Action.Push(C, Optional.empty(), Fates.NONE),
                new Action.Sync(A, Optional.empty(), Optional.empty(), Fates.NONE),
                new Action.Deliver(TO_C, 1),
                new Action.Discard(TO_C, 1),
                new Action.Trim(TO_C, 1, Set.of(K)),
                new Action.Handle(TO_B, 1, MessageAction.HOLD),
                new Action.Kill(B),
                new Action.Start(E, false),
                new Action.Pause(B),
                new Action.Resume(D),
                new Action.Cut(List.of(TO_C)),
                new Action.Mend(Optional.empty()),
                new Action.SetRule(RULE),
                new Action.EndRule(OptionalInt.empty()),
                new Action.Skew(B, 1),
                new Action.Expect(new Expectation.Converged(true)));
        assertThat(actions)
                .extracting(Object::getClass)
                .hasSameElementsAs(List.of(Action.class.getPermittedSubclasses()));
        actions.forEach(action -> inputs.add(new Input.Act(action)));
        inputs.add(new Input.Act(new Action.Get(Access.at(A), K, ReadMode.NEWEST, Optional.empty())));
        inputs.add(new Input.Act(new Action.Get(Access.at(A), K, ReadMode.NEWEST, Optional.empty(), true)));
        Map<Link, Long> ids = new TreeMap<>();
        snapshot.messages().forEach(message -> ids.put(new Link(message.from(), message.to()), message.id()));
        List<MessageAction> handlings = List.of(
                MessageAction.DELIVER,
                MessageAction.LOSE,
                MessageAction.DUPLICATE,
                new MessageAction.DelayBy(2),
                MessageAction.CORRUPT,
                new MessageAction.Trim(Set.of(K)),
                new MessageAction.Reorder(1));
        handlings.forEach(handling -> inputs.add(new Input.Handle(ids.get(TO_B), handling)));
        inputs.add(new Input.Handle(ids.get(LOST), MessageAction.RESTORE));
        inputs.add(new Input.OutsideWrite(new Action.Put(A, K, Value.of("from outside"))));
        inputs.add(new Input.Death(A));
        return inputs;
    }

    @Test
    void aCopyIsInTheSameStateAndEveryInputLeadsToAnother() {
        Step first = new Step(
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Action.Kill(E),
                        new Action.Pause(D),
                        new Action.Put(A, K, Value.of("v")),
                        new Action.Put(C, new Key("other"), Value.of("w")),
                        new Action.Cut(List.of(new Link(A, D))),
                        new Action.Push(C, Optional.of(List.of(A, B)), new Fates(Set.of(B), Set.of(), Set.of())),
                        new Action.Push(A, Optional.empty(), new Fates(Set.of(), Set.of(C), Set.of()))),
                List.of());
        Step second = new Step(3, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
        Scenario scenario = new Scenario(
                "Some of everything",
                Optional.empty(),
                new ClusterPlan(List.of(A, B, C, D, E), Rules.DOCUMENT, StoreKind.MEMORY, 1),
                List.of(first, second));
        SimulatedCluster cluster = cluster(scenario);
        Player player = new Player(scenario, cluster, snapshot -> {});
        player.beginStep();
        player.act(new Action.SetRule(RULE)); // from now on the run is off script, which is a difference of its own

        Map<List<Long>, Object> states = new HashMap<>(Map.of(fingerprint(player, cluster), "nothing"));
        for (Input input : inputs(player.present())) {
            SimulatedCluster other = cluster.copy();
            Player goesOn = player.copy(other, snapshot -> {});
            assertThat(states.get(fingerprint(goesOn, other))).isEqualTo("nothing");
            input.apply(goesOn);
            assertThat(states.put(fingerprint(goesOn, other), input))
                    .as("%s", input)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 737, 738, 739, 740})
    void aRunThatIsCopiedAtEveryStopGoesTheSameWayAndSoDoesEachThatWasCopied(long seed) {
        Scenario scenario = RandomScenarios.of(seed);
        List<Snapshot> whole = new ArrayList<>();
        rest(new Player(scenario, cluster(scenario), whole::add), whole);

        List<Snapshot> copied = new ArrayList<>();
        SimulatedCluster cluster = cluster(scenario);
        Player player = new Player(scenario, cluster, copied::add);
        while (!isOver(player)) {
            List<Snapshot> left = new ArrayList<>(copied);
            SimulatedCluster other = cluster.copy();
            Player goesOn = player.copy(other, copied::add);
            Player stays = player.copy(cluster, left::add);
            goOn(goesOn);
            assertThat(rest(stays, left)).isEqualTo(whole);
            player = goesOn;
            cluster = other;
        }
        assertThat(copied).isEqualTo(whole);
    }
}
