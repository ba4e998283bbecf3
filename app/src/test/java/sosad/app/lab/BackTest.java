package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Phase;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** Where Back stops, on bare replicas. */
@Timeout(60)
class BackTest {
    private static final NodeId A = new NodeId("A");
    private static final Key K = new Key("k");

    private final RecordedEvents told = new RecordedEvents();
    private final Lab lab =
            new LabActor((plan, listener) -> new SimulatedCluster(plan.nodes(), plan.rules(), plan.store()), told);

    @BeforeEach
    void open() {
        lab.open(BundledScenarios.load("sample")).join();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void step() {
        lab.beginStep().join();
        lab.finishStep().join();
    }

    @Test
    void backStopsWhereMessagesWereInFlight() {
        step();
        step();
        lab.back(true).join();
        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(told.present().time()).isEqualTo(3);
    }

    @Test
    void backDoesNotStopInAStepThatHadNothingInFlight() {
        step(); // two writes, no message
        lab.back(true).join();
        assertThat(told.present().phase()).isEqualTo(Phase.START);
    }

    @Test
    void backPassesOverWhatWasRefused() {
        lab.act(new Action.Put(A, K, Value.of("first"))).join();
        lab.act(new Action.Put(A, K, Value.of("second"))).join();
        assertThatThrownBy(() -> lab.act(new Action.Start(A, false)).join()).hasMessageContaining("A is running");
        lab.back(true).join();
        assertThat(told.present().node(A).value(K)).isEqualTo(Optional.of(Value.of("first")));
    }

    @Test
    void backUndoesWritesByHandOneByOneThoughNothingIsInFlight() {
        lab.act(new Action.Put(A, K, Value.of("first"))).join();
        lab.act(new Action.Put(A, K, Value.of("second"))).join();
        lab.back(true).join();
        assertThat(told.present().node(A).value(K)).isEqualTo(Optional.of(Value.of("first")));
    }
}
