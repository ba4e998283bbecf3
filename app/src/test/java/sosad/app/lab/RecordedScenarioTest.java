package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.scenario.ScenarioWriter;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

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

    /** Random scenarios with random hands, played again from the file that is written; all of 1,000 are compared. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theFileDoesTheSameAgain(long hundreds) {
        int every = Boolean.getBoolean("thorough") ? 1 : 5;
        for (long seed = hundreds * 100; seed < hundreds * 100 + 100; seed += every) {
            Scenario scenario = RandomScenarios.of(seed);
            StepRun run = new RandomHands(scenario, seed).play();
            RecordedScenario.Recorded recorded = run.recorded();
            assertThat(recorded.unsaid()).allMatch(words -> words.endsWith("to a read that had failed by then"));
            StepRun again = run(recorded.scenario()); // a random scenario may say what a file may not
            again.playAll();
            assertThat(seen(again.present()))
                    .as("seed %d:\n%s\n%s", seed, ScenarioWriter.write(recorded.scenario()), inputs(run))
                    .isEqualTo(seen(run.present()));
        }
    }

    private static String inputs(StepRun run) {
        return run.record().inputs().stream()
                .map(done -> done.after().time() + ": " + done.input())
                .collect(Collectors.joining("\n"));
    }
}
