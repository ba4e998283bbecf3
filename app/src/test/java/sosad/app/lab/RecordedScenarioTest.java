package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** What was done by hand, as a scenario file that does it again. */
class RecordedScenarioTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");

    private static StepRun run(Scenario scenario) {
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames());
        cluster.startAll();
        return new StepRun(scenario, cluster, snapshot -> {});
    }

    private static String played(StepRun run) {
        RecordedScenario.Recorded recorded = run.recorded();
        assertThat(recorded.unsaid()).isEmpty();
        return ScenarioWriter.write(recorded.scenario());
    }

    private static String steps(StepRun run) {
        String yaml = played(run);
        return yaml.substring(yaml.indexOf("steps:"));
    }

    /** The tables, and what is held, waits or was lost on each link, whatever the messages are called. */
    private static Map<String, Object> seen(Snapshot snapshot) {
        Map<String, Object> seen = new TreeMap<>();
        seen.put("time", snapshot.time());
        seen.put("nodes", RunRecord.comparable(snapshot));
        seen.put("cut", snapshot.cut());
        seen.put("rules", snapshot.rules());
        Map<String, Integer> messages = new TreeMap<>();
        for (Message message : snapshot.messages()) {
            if (message.fate() == Fate.HELD || message.fate() == Fate.WAITING) {
                String what = "%s %s %s %s".formatted(message.from(), message.to(), message.fate(), message.content());
                messages.merge(what, message.copies(), Integer::sum);
            }
        }
        seen.put("messages", messages);
        return seen;
    }

    @Test
    void aRunByTheScriptIsTheScript() {
        for (String name : BundledScenarios.names()) {
            Scenario scenario = BundledScenarios.load(name);
            StepRun run = run(scenario);
            run.playAll();
            assertThat(run.recorded().scenario()).as(name).isEqualTo(scenario);
        }
    }

    @Test
    void handsAreInTheWordsOfAFile() {
        StepRun run = run(BundledScenarios.load("lost-update"));
        while (run.present().messages().stream().noneMatch(message -> message.fate() == Fate.LOST)) {
            run.beginStep();
        }
        Message lost = run.present().messages().stream()
                .filter(message -> message.fate() == Fate.LOST)
                .findFirst()
                .orElseThrow();
        run.handle(lost.id(), MessageAction.RESTORE);
        run.act(new Action.Cut(List.of(new Link(A, C), new Link(C, A), new Link(B, C), new Link(C, B))));
        run.finishStep();
        String after = steps(run);
        assertThat(after)
                .contains(
                        "    in-flight:\n      - message: {do: restore, from: %s, to: %s}\n      - cut: {between: [[A, B], [C]]}\n"
                                .formatted(lost.from(), lost.to()));
    }

    @Test
    void anotherOrderIsSaidAsDeliveries() {
        StepRun run = run(ScenarioReader.read(
                "three.yaml",
                "scenario: Three\ncluster: {nodes: [A, B, C]}\nsteps:\n  - do:\n      - put: {at: A, key: k, value: v}\n"
                        + "      - push: {from: A}\n"));
        run.beginStep();
        run.handle(run.present().queue().get(1), new MessageAction.Reorder(1));
        run.finishStep();
        assertThat(steps(run)).endsWith("""
                    in-flight:
                      - message: {do: deliver, from: A, to: C}
                      - message: {do: deliver, from: A, to: B}
                """);
    }

    @Test
    void whatIsDoneInTheMiddleStandsBehindTheDeliveriesBeforeIt() {
        StepRun run = run(BundledScenarios.load("sample"));
        run.beginStep();
        run.beginStep();
        run.deliverNext();
        run.act(new Action.Skew(B, -5));
        run.finishStep();
        run.act(new Action.Push(A, Optional.of(List.of(C)), Fates.NONE));
        run.act(new Action.Put(A, new Key("k"), Value.of("v")));
        assertThat(steps(run)).contains("""
                    in-flight:
                      - message: {do: deliver, from: B, to: C}
                      - skew: {node: B, by: -5}
                  - time: 4
                    title: By hand
                    do:
                      - push: {from: A, to: [C]}
                      - put: {at: A, key: k, value: v}
                """);
    }

    /** Random scenarios with random hands, played again from the file that is written. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void theFileDoesTheSameAgain(long hundreds) {
        int compared = 0;
        for (long seed = hundreds * 100; seed < hundreds * 100 + 100; seed++) {
            Scenario scenario = RandomScenarios.of(seed);
            StepRun run = run(scenario);
            new Hands(run, scenario, seed).play();
            RecordedScenario.Recorded recorded = run.recorded();
            if (!recorded.unsaid().isEmpty()) {
                continue;
            }
            compared++;
            String yaml = ScenarioWriter.write(recorded.scenario());
            StepRun again = run(recorded.scenario()); // a random scenario may say what a file may not
            again.playAll();
            assertThat(seen(again.present()))
                    .as("seed %d:\n%s\n%s", seed, yaml, inputs(run))
                    .isEqualTo(seen(run.present()));
        }
        assertThat(compared).isGreaterThan(20);
    }

    private static String inputs(StepRun run) {
        return run.record().inputs().stream()
                .map(done -> done.after().time() + ": " + done.input())
                .collect(Collectors.joining("\n"));
    }

    /** Plays a scenario and does something by hand now and then. */
    private static final class Hands {
        private final StepRun run;
        private final Random chance;
        private final List<NodeId> nodes;

        Hands(StepRun run, Scenario scenario, long seed) {
            this.run = run;
            this.chance = new Random(seed * 31 + 7);
            this.nodes = scenario.cluster().nodes();
        }

        void play() {
            for (int i = 0; i < 40; i++) {
                try {
                    turn();
                } catch (ActionFailure refused) {
                    // as it would be shown to the user
                }
            }
            run.finishStep();
        }

        private void turn() {
            switch (chance.nextInt(10)) {
                case 0, 1 -> {
                    if (!run.player().isAtEnd()) {
                        run.beginStep();
                    }
                }
                case 2, 3 -> run.deliverNext();
                case 4 -> run.tick();
                case 5 -> run.act(action());
                default -> handle();
            }
        }

        private <T> T pick(List<T> all) {
            return all.get(chance.nextInt(all.size()));
        }

        private Key key() {
            return new Key("k" + chance.nextInt(4));
        }

        private Link link() {
            NodeId from = pick(nodes);
            return new Link(
                    from, pick(nodes.stream().filter(node -> !node.equals(from)).toList()));
        }

        private Action action() {
            NodeId node = pick(nodes);
            return switch (chance.nextInt(11)) {
                case 0, 1 -> new Action.Put(node, key(), Value.of("h" + chance.nextInt(100)));
                case 2 -> new Action.Push(node, Optional.empty(), Fates.NONE);
                case 3 -> new Action.Sync(node, Optional.empty(), Optional.of(List.of(key())), Fates.NONE);
                case 4 -> new Action.Cut(List.of(link()));
                case 5 -> new Action.Mend(Optional.empty());
                case 6 -> new Action.Skew(node, chance.nextInt(5) - 2L);
                case 7 ->
                    new Action.SetRule(new TrafficRule(
                            Optional.of(node),
                            Optional.empty(),
                            Optional.empty(),
                            2,
                            pick(List.of(Treatment.LOSE, Treatment.HOLD, Treatment.DUPLICATE)),
                            0));
                case 8 -> new Action.EndRule(OptionalInt.empty());
                case 9 ->
                    new Action.Get(Access.at(node), key(), ReadMode.NEWEST, Optional.empty(), chance.nextBoolean());
                default ->
                    run.present().node(node).status() == Status.DEAD
                            ? new Action.Start(node, chance.nextBoolean())
                            : new Action.Kill(node);
            };
        }

        private void handle() {
            List<Message> all = new ArrayList<>(run.present().messages().stream()
                    .filter(message -> message.fate() == Fate.IN_FLIGHT
                            || message.fate() == Fate.HELD
                            || (message.fate() == Fate.LOST && run.present().phase() == Phase.IN_FLIGHT))
                    .collect(Collectors.toList()));
            if (all.isEmpty()) {
                return;
            }
            Message message = pick(all);
            MessageAction action =
                    switch (message.fate()) {
                        case LOST -> MessageAction.RESTORE;
                        case HELD ->
                            pick(List.of(
                                    MessageAction.DELIVER, MessageAction.LOSE, new MessageAction.Trim(Set.of(key()))));
                        default ->
                            pick(List.of(
                                    MessageAction.DELIVER,
                                    MessageAction.LOSE,
                                    MessageAction.HOLD,
                                    MessageAction.DUPLICATE,
                                    MessageAction.CORRUPT,
                                    new MessageAction.DelayBy(1 + chance.nextInt(2)),
                                    new MessageAction.Trim(Set.of(key())),
                                    new MessageAction.Reorder(1
                                            + chance.nextInt(
                                                    run.present().queue().size()))));
                    };
            run.handle(message.id(), action);
        }
    }
}
