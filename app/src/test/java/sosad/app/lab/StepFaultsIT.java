package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.RuleInForce;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Healing;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.ScenarioReader;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** Faults of step mode on real processes, and Back over them. */
@Timeout(120)
class StepFaultsIT {
    /** Serves one test after the other. */
    private static final ProcessClusters CLUSTERS = new ProcessClusters();

    @AfterAll
    static void closeAll() {
        CLUSTERS.close();
    }

    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");
    private static final TrafficRule LOSE_TO_B =
            new TrafficRule(Optional.empty(), Optional.of(B), Optional.empty(), 2, Treatment.LOSE, 0);

    private final RecordedEvents told = new RecordedEvents();
    private Lab lab;

    @BeforeEach
    void open() {
        lab = new LabActor((plan, listener) -> CLUSTERS.create(plan, listener), told);
        lab.open(ScenarioReader.read("t", """
                        scenario: t
                        cluster: {nodes: [A, B]}
                        steps:
                          - do: [put: {at: A, key: k, value: v}, push: {from: A}, sync: {from: A}]
                          - do: [put: {at: A, key: l, value: w}, push: {from: A}, sync: {from: A}]
                        """)).join();
        lab.beginStep().join();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Snapshot present() {
        return told.present();
    }

    private List<Fate> fates() {
        return present().messages().stream().map(Message::fate).toList();
    }

    private static List<NodeState> tables(Snapshot snapshot) {
        return snapshot.nodes().stream().map(NodeState::withoutProcess).toList();
    }

    @Test
    void aCorruptFrameIsRefusedByItsChecksumAndTheLinkStaysOpen() throws Exception {
        long push = present().queue().get(0);
        lab.handle(push, MessageAction.DUPLICATE).join();
        lab.handle(push, MessageAction.CORRUPT).join();
        lab.handle(present().queue().get(1), MessageAction.CORRUPT).join();
        lab.deliverNext().join();
        assertThat(told.awaitLine("B: refused a frame"))
                .matches("B: refused a frame from A: a frame's checksum is"
                        + " [0-9a-f]{8}, but its bytes give [0-9a-f]{8}");
        assertThat(present().node(B).value(K))
                .as("by the second copy, on the same link")
                .contains(Value.of("v"));
        lab.finishStep().join();
        assertThat(fates()).containsExactly(Fate.DELIVERED, Fate.LOST);
        assertThat(present().messages().get(1).why()).isEqualTo("refused by B: its checksum is wrong");
        List<NodeState> before = tables(present());

        lab.beginStep().join();
        lab.back(false).join();

        assertThat(tables(present())).isEqualTo(before);
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void aDelayedMessageComesAfterItsStepsAndBackRepeatsThat() {
        lab.handle(present().queue().get(0), new MessageAction.DelayBy(1)).join();
        lab.handle(present().queue().get(0), MessageAction.LOSE).join();
        lab.finishStep().join();
        assertThat(present().node(B).entries()).isEmpty();
        lab.beginStep().join();
        Snapshot inFlight = present();
        assertThat(inFlight.queue()).hasSize(3);
        lab.handle(inFlight.queue().get(2), new MessageAction.Reorder(1)).join();
        lab.deliverNext().join();

        lab.back(true).join();
        assertThat(present().queue())
                .containsExactly(
                        inFlight.queue().get(2),
                        inFlight.queue().get(0),
                        inFlight.queue().get(1));
        lab.back(true).join();
        assertThat(present().queue()).isEqualTo(inFlight.queue());
        lab.finishStep().join();
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void lostMessagesAreRestoredAndArrive() {
        long first = present().queue().get(0);
        long second = present().queue().get(1);
        lab.handle(first, MessageAction.LOSE).join();
        lab.handle(second, MessageAction.LOSE).join();
        lab.handle(first, MessageAction.RESTORE).join();
        lab.handle(second, MessageAction.RESTORE).join();
        lab.finishStep().join();
        assertThat(fates()).containsExactly(Fate.DELIVERED, Fate.DELIVERED);
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void rulesAreSetEndedHealedAndUndone() {
        lab.finishStep().join();
        lab.act(new Action.SetRule(LOSE_TO_B)).join();
        lab.beginStep().join();
        assertThat(fates()).containsExactly(Fate.IN_FLIGHT, Fate.LOST);
        assertThat(present().rules()).extracting(RuleInForce::acted).containsExactly(1L);
        lab.act(new Action.EndRule(OptionalInt.of(1))).join();
        assertThat(present().rules()).isEmpty();

        lab.back(true).join();
        assertThat(present().rules()).as("ending it is undone").containsExactly(new RuleInForce(LOSE_TO_B, 2));
        lab.act(new Action.Pause(B)).join();
        lab.heal().join();
        assertThat(Healing.of(present())).isEmpty();
        lab.back(true).join();
        assertThat(Healing.of(present())).as("undone as one").hasSize(2);
        assertThat(told.hasFailure()).isFalse();
    }
}
