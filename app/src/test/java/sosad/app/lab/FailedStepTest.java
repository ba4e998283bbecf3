package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.process.NodeException;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.FailingCluster;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** What becomes of a step over which the cluster itself fails. */
class FailedStepTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");

    private final FailingCluster failing = new FailingCluster();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final StepRun run = run();

    private StepRun run() {
        Scenario scenario = ScenarioReader.read("test", """
                scenario: test
                cluster: {nodes: [A, B]}
                steps:
                  - do: [put: {at: A, key: k, value: v}, push: {from: A}]
                  - do: [put: {at: A, key: k, value: w}, push: {from: A}]
                """);
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store());
        return new StepRun(scenario, failing.around(cluster), snapshots::add);
    }

    private void fails(String method, ThrowingCallable what) {
        failing.failNext(method);
        assertThatThrownBy(what).isInstanceOf(NodeException.class);
    }

    private void step() {
        run.beginStep();
        run.finishStep();
    }

    @Test
    void aStepThatFailsBeforeItHasBegunIsOfferedAgain() {
        step();
        Snapshot before = run.present();
        fails("setTimes", run::beginStep);
        assertThat(run.present()).isEqualTo(before);
        step();
        assertThat(run.present().begun()).isEqualTo(2);
        assertThat(run.present().time()).isEqualTo(3);
        assertThat(run.present().script()).isEqualTo(ScriptStatus.ON_SCRIPT);
        assertThat(run.present().node(B).value(K)).contains(Value.of("w"));
    }

    @Test
    void aStepThatFailsInTheMiddleMakesTheLessonVoidAndCanBeEnded() {
        step();
        fails("push", run::beginStep);
        assertThat(run.present().script()).isEqualTo(ScriptStatus.VOID);
        assertThat(run.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(run.present().what()).isEqualTo(new RunEvent.StepFailed("the network has failed"));
        run.finishStep();
        assertThat(run.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(run.present().script()).isEqualTo(ScriptStatus.VOID);
    }

    @Test
    void aDeliveryThatFailsIsTriedAgainAndTheLessonIsVoid() {
        run.beginStep();
        fails("deliver", run::finishStep);
        assertThat(run.present().queue()).hasSize(1);
        run.finishStep();
        assertThat(run.present().node(B).value(K)).contains(Value.of("v"));
        assertThat(run.present().script()).isEqualTo(ScriptStatus.VOID);
    }

    @Test
    void aLessonOffScriptOfWhichAnActionFailsIsVoid() {
        run.act(new Action.Kill(A));
        assertThat(run.present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        step();
        assertThat(run.present().script()).isEqualTo(ScriptStatus.VOID);
        run.act(new Action.Start(A, false));
        assertThat(run.present().script()).as("for good").isEqualTo(ScriptStatus.VOID);
    }
}
