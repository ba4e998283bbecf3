package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Phase;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** The same inputs under other rules, on bare replicas. */
@Timeout(60)
class PlayUnderTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Rules FULL = rules(Content.FULL);

    private final RecordedEvents told = new RecordedEvents();
    private final Lab lab = new LabActor(
            (plan, listener) -> new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames()),
            told);

    private static Rules rules(Content content) {
        return new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void open(String name) {
        lab.open(BundledScenarios.load(name)).join();
    }

    private void step() {
        lab.beginStep().join();
        lab.finishStep().join();
    }

    private static List<String> values(Snapshot snapshot) {
        return RunRecord.comparable(snapshot).stream()
                .map(node -> node.id() + " " + node.entries() + " " + node.rows())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void aWholeLessonComesOutAsIfItHadBeenPlayedUnderThatRuleFromTheStart(String name) {
        Scenario lesson = BundledScenarios.load(name);
        Rules other = new Rules(Content.FULL, lesson.cluster().rules().timestamps(), Schedule.TOGETHER, 1);
        lab.open(lesson.under(other)).join();
        lesson.steps().forEach(step -> step());
        Snapshot wanted = told.present();
        lab.open(lesson).join();
        lesson.steps().forEach(step -> step());

        lab.playUnder(other).join();

        assertThat(values(told.present())).isEqualTo(values(wanted));
        assertThat(told.present().phase()).isEqualTo(wanted.phase());
        assertThat(told.present().time()).isEqualTo(wanted.time());
        assertThat(told.present().script()).isEqualTo(ScriptStatus.ON_SCRIPT);
        assertThat(told.scenario()).isEqualTo(lesson.under(other));
    }

    @Test
    void itStandsInFlightWhereItStood() {
        open("sample");
        step();
        step();
        lab.beginStep().join();
        lab.deliverNext().join();
        Snapshot before = told.present();
        assertThat(before.queue()).isNotEmpty();

        lab.playUnder(rules(Content.PER_KEY)).join();

        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(told.present().time()).isEqualTo(before.time());
        assertThat(told.present().queue()).hasSameSizeAs(before.queue());
    }

    @Test
    void whatWasDoneByHandIsDoneAgainAndBackUndoesItThere() {
        open("sample");
        lab.act(new Action.Put(A, new Key("mine"), Value.of("x"))).join();
        lab.act(new Action.Push(A, Optional.empty(), Fates.NONE)).join();
        long toB = told.present().messages().stream()
                .filter(message -> message.to().equals(B))
                .findFirst()
                .orElseThrow()
                .id();
        lab.handle(toB, MessageAction.LOSE).join();
        lab.finishStep().join();

        lab.playUnder(FULL).join();

        assertThat(told.present().node(B).value(new Key("mine"))).isEmpty();
        assertThat(told.present().node(new NodeId("C")).value(new Key("mine"))).isPresent();
        assertThat(told.present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        assertThat(told.failures()).isEmpty();
        lab.back(true).join();
        lab.back(true).join();
        lab.finishStep().join();
        assertThat(told.present().node(B).value(new Key("mine")))
                .as("without the loss")
                .isPresent();
        assertThat(told.scenario().cluster().rules())
                .as("still under the other rule")
                .isEqualTo(FULL);
    }

    @Test
    void aMessageThatTheOtherRulesNodesDoNotSendIsReported() {
        open("sample");
        lab.act(new Action.Put(A, new Key("mine"), Value.of("x"))).join();
        lab.act(new Action.Sync(A, Optional.empty(), Optional.empty(), Fates.NONE))
                .join();
        long toC = told.present().messages().stream()
                .filter(message -> message.to().equals(new NodeId("C")))
                .findFirst()
                .orElseThrow()
                .id();
        lab.handle(toC, MessageAction.HOLD).join();

        lab.playUnder(new Rules(Content.FULL, Timestamps.PER_KEY, Schedule.ROLLING, 1))
                .join();

        assertThat(told.failures())
                .containsExactly(
                        "Under the other rules this could not be repeated: T = 2, hold the sync from A to C: it was not sent.");
    }

    @Test
    void whereTheOtherRulesNodesSendMoreAllOfItArrivesBeforeTheNextStep() {
        lab.open(ScenarioReader.read("rolling.yaml", """
                scenario: Rolling
                cluster: {nodes: [A, B, C], content: full, schedule: rolling}
                steps:
                  - do: [put: {at: A, key: k, value: v}, sync: {from: A}]
                  - do: [put: {at: A, key: l, value: v}]
                """)).join();
        step();
        lab.beginStep().join();

        lab.playUnder(FULL).join();

        assertThat(told.present().time()).isEqualTo(3);
        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(told.history().snapshots())
                .as("the first step has ended")
                .anyMatch(snapshot -> snapshot.step() == 1 && snapshot.phase() == Phase.DELIVERED);
        for (String node : List.of("B", "C")) {
            assertThat(told.present().node(new NodeId(node)).value(new Key("k")))
                    .isPresent();
        }
    }

    @Test
    void anActionOfTheScenarioThatFailsUnderTheOtherRulesIsReported() {
        lab.open(ScenarioReader.read("held.yaml", """
                scenario: Held
                cluster: {nodes: [A, B, C]}
                steps:
                  - do: [put: {at: A, key: k, value: v}, sync: {from: A, hold: [C]}]
                  - do: [deliver: {from: A, to: C}]
                """)).join();
        step();
        step();
        assertThat(told.failures()).isEmpty();

        lab.playUnder(new Rules(Content.FULL, Timestamps.PER_KEY, Schedule.ROLLING, 1))
                .join();

        assertThat(told.failures())
                .containsExactly("Under the other rules this could not be repeated: T = 3,"
                        + " deliver: {from: A, to: C}: no message is held from A to C.");
    }

    @Test
    void aFailureThatWasThereBeforeIsNoNews() {
        lab.open(ScenarioReader.read("failing.yaml", """
                scenario: Failing
                cluster: {nodes: [A, B]}
                steps: [do: [start: {node: A}]]
                """)).join();
        step();
        lab.playUnder(FULL).join();
        assertThat(told.failures()).isEmpty();
    }
}
