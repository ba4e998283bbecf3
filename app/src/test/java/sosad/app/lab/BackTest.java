package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Fate;
import sosad.app.history.Phase;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Expectation;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.ScenarioReader;
import sosad.app.scenario.TrafficRule;
import sosad.model.Key;
import sosad.model.Link;
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

    @Test
    void backUndoesEveryHandAlone() {
        step();
        lab.beginStep().join(); // a message is lost, another in flight
        NodeId b = new NodeId("B");
        Link link = new Link(A, b);
        long lost = told.present().messages().stream()
                .filter(message -> message.fate() == Fate.LOST)
                .findFirst()
                .orElseThrow()
                .id();
        List<Supplier<CompletableFuture<?>>> hands = List.of(
                () -> lab.handle(lost, MessageAction.RESTORE),
                () -> lab.act(new Action.Cut(List.of(link))),
                () -> lab.act(new Action.Mend(Optional.of(List.of(link)))),
                () -> lab.act(new Action.SetRule(new TrafficRule(
                        Optional.of(A), Optional.empty(), Optional.empty(), 1, TrafficRule.Treatment.HOLD, 0))),
                () -> lab.act(new Action.Push(b, Optional.of(List.of(A)), Fates.NONE)),
                () -> lab.act(new Action.Sync(
                        b, Optional.of(List.of(A)), Optional.of(List.of(new Key("grace"))), Fates.NONE)),
                () -> lab.act(new Action.Skew(A, -3)),
                () -> lab.act(new Action.Expect(new Expectation.Converged(true))),
                () -> lab.act(new Action.Kill(A)));
        for (Supplier<CompletableFuture<?>> hand : hands) {
            Snapshot before = told.present();
            hand.get().join();
            lab.back(true).join();
            Snapshot after = told.present();
            assertThat(RunRecord.comparable(after)).isEqualTo(RunRecord.comparable(before));
            assertThat(after.messages()).isEqualTo(before.messages());
            assertThat(List.of(after.cut(), after.rules(), after.script()))
                    .isEqualTo(List.of(before.cut(), before.rules(), before.script()));
            hand.get().join();
            assertThat(told.present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        }
    }

    @Test
    void whatIsExpectedByHandAfterAStepIsChecked() {
        step();
        lab.act(new Action.Expect(new Expectation.Converged(false))).join();
        lab.finishStep().join();
        assertThat(told.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(told.present().time()).isEqualTo(3);
    }

    @Test
    void backStopsWhereAllMessagesWereLost() {
        lab.open(ScenarioReader.read(
                        "lost.yaml",
                        "scenario: Lost\ncluster: {nodes: [A, B]}\nsteps:\n  - do:\n"
                                + "      - put: {at: A, key: k, value: v}\n      - push: {from: A, lose: [B]}\n"))
                .join();
        step();
        lab.back(true).join();
        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(told.present().hasLost()).isTrue();
    }
}
