package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.StepReport;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** The fates of messages and the phases of steps ({@code docs/scenarios.md}), on bare replicas. */
class PlayerTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");

    private final List<Snapshot> snapshots = new ArrayList<>();

    private StepRun player(String steps) {
        return player("remote-now", steps);
    }

    private StepRun player(String content, String steps) {
        Scenario scenario = ScenarioReader.read(
                "test",
                "scenario: test\ncluster: {nodes: [A, B, C], gateways: 1, content: " + content + "}\nsteps:\n" + steps);
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames());
        cluster.startAll();
        return new StepRun(scenario, cluster, snapshots::add);
    }

    private StepReport step(StepRun player) {
        player.beginStep();
        player.finishStep();
        return report();
    }

    /** Returns what {@code run} would print of the present step. */
    private StepReport report() {
        List<StepReport> steps = HistoryReport.of("test", History.of(snapshots)).steps();
        return steps.get(steps.size() - 1);
    }

    private Snapshot present() {
        return snapshots.get(snapshots.size() - 1);
    }

    private static List<String> fates(StepReport report) {
        return report.messages().stream()
                .map(message -> message.from() + ">" + message.to() + " " + message.fate())
                .toList();
    }

    private static final String PUT_AND_PUSH = "  - do: [put: {at: A, key: k, value: v}, push: {from: A%s}]\n";

    @Test
    void loseGoesBeforeHoldAndHoldBeforeDuplicate() {
        StepRun player = player(PUT_AND_PUSH.formatted(", lose: [B], hold: [B, C], duplicate: [C]"));
        assertThat(fates(step(player))).containsExactly("A>B LOST", "A>C HELD");
    }

    @Test
    void theSyncsOfOneStepDoNotSeeEachOther() {
        StepRun player =
                player("  - do: [put: {at: A, key: k, value: v}, sync: {from: A, to: [B]}, sync: {from: B}]\n");
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED");
    }

    @Test
    void aMessageToADeadNodeOrOverACutLinkIsLostAtOnce() {
        StepRun player = player("  - do: [kill: {node: B}, cut: {from: A, to: C}, put: {at: A, key: k, value: v},"
                + " push: {from: A}]\n");
        player.beginStep();
        assertThat(present().messages()).extracting(Message::why).containsExactly("B is dead", "the link is cut");
    }

    @Test
    void cuttingALinkDoesNotTouchWhatIsInFlight() {
        StepRun player =
                player("  - do: [put: {at: A, key: k, value: v}, push: {from: A, to: [B]}, cut: {from: A, to: B}]\n");
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED");
    }

    @Test
    void aNodeThatDiedAndWasStartedAgainGetsWhatWasInFlight() {
        StepRun player = player("  - do: [put: {at: A, key: k, value: v}, push: {from: A, to: [B]}, kill: {node: B},"
                + " start: {node: B}]\n");
        StepReport result = step(player);
        assertThat(fates(result)).contains("A>B DELIVERED");
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
    }

    @Test
    void whatIsSentToAPausedNodeWaitsUntilItGoesOn() {
        StepRun player = player("  - do: [pause: {node: B}, put: {at: A, key: k, value: v}, push: {from: A, to: [B]}]\n"
                + "  - do: [resume: {node: B}]\n");
        assertThat(fates(step(player))).containsExactly("A>B WAITING");
        StepReport second = step(player);
        assertThat(fates(second)).containsExactly("A>B DELIVERED");
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
    }

    @Test
    void killingAPausedNodeLosesWhatWaitsForIt() {
        StepRun player = player("  - do: [pause: {node: B}, put: {at: A, key: k, value: v}, push: {from: A, to: [B]}]\n"
                + "  - do: [kill: {node: B}]\n");
        step(player);
        assertThat(fates(step(player))).containsExactly("A>B LOST");
    }

    @Test
    void aHeldMessageIsAskedAgainWhenItIsReleased() {
        StepRun player = player(PUT_AND_PUSH.formatted(", hold: [B, C]")
                + "  - do: [cut: {from: A, to: B}, deliver: {from: A, to: B}, deliver: {from: A, to: C}]\n");
        step(player);
        assertThat(fates(step(player))).containsExactly("A>B LOST", "A>C DELIVERED");
    }

    @Test
    void aHeldMessageStandsOnlyInTheStepsInWhichItsFateChanges() {
        StepRun player = player(
                PUT_AND_PUSH.formatted(", to: [B], hold: [B]") + "  - {}\n  - do: [discard: {from: A, to: B}]\n");
        assertThat(fates(step(player))).containsExactly("A>B HELD");
        assertThat(fates(step(player))).isEmpty();
        assertThat(fates(step(player))).containsExactly("A>B DISCARDED");
    }

    @Test
    void aTrimmedMessageLacksTheKeysAndKeepsItsHeader() {
        StepRun player = player(PUT_AND_PUSH.formatted(", to: [B], hold: [B]")
                + "  - do: [trim: {from: A, to: B, keys: [k]}, deliver: {from: A, to: B}]\n");
        step(player);
        StepReport second = step(player);
        assertThat(second.messages().get(0).changes()).isEmpty();
        assertThat(present().node(B).rows().get(A).now()).isEqualTo(1);
    }

    @Test
    void whatCannotBeDoneIsShownAndTheScenarioGoesOn() {
        StepRun player = player("  - do: [kill: {node: B}, kill: {node: B}, put: {at: B, key: k, value: v},"
                + " start: {node: A}, resume: {node: A}, deliver: {from: A, to: B}, push: {from: B}]\n");
        assertThat(step(player).failures())
                .containsExactly(
                        "kill: {node: B}: B is dead already",
                        "put: {at: B, key: k, value: v}: B is dead",
                        "start: {node: A}: A is running",
                        "resume: {node: A}: A is running",
                        "deliver: {from: A, to: B}: no message is held from A to B",
                        "push: {from: B}: B is dead");
    }

    @Test
    void aPausedNodesTablesAreThoseItHadAndItsClockIsSetWhenItGoesOn() {
        StepRun player = player("  - do: [skew: {node: B, by: -10}, pause: {node: B}]\n"
                + "  - do: [resume: {node: B}, put: {at: B, key: k, value: v}]\n");
        step(player);
        step(player);
        assertThat(present().node(B).entries().get(0).timestamp()).isEqualTo(-7);
    }

    @Test
    void aGatewayTakesTurnsAmongTheRunningNodesAndSaysWhichItWas() {
        StepRun player = player("  - do: [put: {via: gateway, key: k, value: v}, put: {via: G1, key: l, value: w},"
                + " kill: {node: C}, get: {via: G1, key: k, expect: v}, pause: {node: B}, get: {via: G1, key: k}]\n");
        assertThat(step(player).failures()).isEmpty();
        assertThat(present().gateways().get(0).passed())
                .extracting(passed -> passed.node() + " " + passed.key() + " " + passed.writes())
                .containsExactly("A k true", "B l true", "A k false", "A k false");
        assertThat(snapshots)
                .map(Snapshot::what)
                .contains(new RunEvent.Read(A, K, Optional.of(Value.of("v")), Optional.of(new NodeId("G1"))));
    }

    @Test
    void aDeadGatewayServesNobodyNorDoesOneWithoutNodes() {
        StepRun player = player("  - do: [kill: {node: G1}, put: {via: G1, key: k, value: v}, kill: {node: G1}]\n"
                + "  - do: [start: {node: G1}, kill: {node: A}, kill: {node: B}, pause: {node: C},"
                + " get: {via: G1, key: k, expect: null}]\n");
        assertThat(step(player).failures())
                .containsExactly("put: {via: G1, key: k, value: v}: G1 is dead", "kill: {node: G1}: G1 is dead");
        assertThat(present().gateways().get(0).hasProcess()).isFalse();
        StepReport second = step(player);
        assertThat(second.failures())
                .containsExactly("get: {via: G1, key: k, expect: null}: no node is running that G1 could ask");
        assertThat(second.expectations()).noneMatch(check -> check.met()).hasSize(1);
    }

    @Test
    void anExpectationIsCheckedAtTheEndOfItsStep() {
        StepRun player = player("  - do: [expect: {at: B, key: k, value: v}, put: {at: A, key: k, value: v},"
                + " push: {from: A}, expect: {converged: false}]\n");
        assertThat(step(player).expectations())
                .extracting(check -> check.expect() + " " + check.met())
                .containsExactly("B holds k = v true", "the nodes do not all show the same false");
    }

    @Test
    void aDroppedMessageIsLostAndTheRunIsOffScript() {
        StepRun player = player(PUT_AND_PUSH.formatted(", to: [B]"));
        player.beginStep();
        assertThat(present().offScript()).isFalse();
        player.handle(player.present().messages().get(0).id(), MessageAction.LOSE);
        player.finishStep();
        assertThat(present().messages().get(0).fate()).isEqualTo(Fate.LOST);
        assertThat(present().offScript()).isTrue();
    }

    @Test
    void aMessageDeliveredOutOfTurnIsNotDeliveredAgain() {
        StepRun player = player(PUT_AND_PUSH.formatted(""));
        player.beginStep();
        Message second = player.present().messages().get(1);
        player.handle(second.id(), MessageAction.DELIVER);
        assertThat(present().messages().get(1).fate()).isEqualTo(Fate.DELIVERED);
        player.finishStep();
        assertThatThrownBy(() -> player.handle(second.id(), MessageAction.DELIVER))
                .hasMessage("the message is no longer under way");
    }

    @Test
    void aPutByHandOpensAStepWhoseMessagesWaitInFlight() {
        StepRun player = player("  - {}\n");
        player.act(new Action.Put(A, K, Value.of("v")));
        player.act(new Action.Push(A, Optional.of(List.of(B)), Fates.NONE));
        Snapshot present = present();
        assertThat(present.time()).isEqualTo(2);
        assertThat(present.phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(present.queue()).hasSize(1);
        assertThat(present.offScript()).isTrue();
        StepReport scripted = step(player);
        assertThat(scripted.time()).as("the scenario's times move on").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "put: {at: B, key: k, value: v}",
                "delete: {at: C, key: k}",
                "get: {at: B, key: k}",
                "put: {via: G1, key: k, value: v}",
                "push: {from: B}",
                "sync: {from: C}",
                "deliver: {from: A, to: B}",
                "discard: {from: A, to: C, nth: 2}",
                "trim: {from: A, to: B, keys: [k]}",
                "kill: {node: B}",
                "kill: {node: G1}",
                "start: {node: A}",
                "pause: {node: C}",
                "resume: {node: A}",
                "end-rule: {nth: 1}"
            })
    void whatIsRefusedByHandOpensNoStepAndLeavesNoTrace(String line) {
        StepRun player = player(PUT_AND_PUSH.formatted(", to: [C], hold: [C]")
                + "  - do: [kill: {node: B}, pause: {node: C}, kill: {node: G1}]\n  - do: [" + line + "]\n");
        step(player);
        step(player);
        Action action = ScenarioReader.read(
                        "test",
                        "scenario: t\ncluster: {nodes: [A, B, C], gateways: 1}\nsteps: [{do: [" + line + "]}]\n")
                .steps()
                .get(0)
                .actions()
                .get(0);
        List<Snapshot> before = List.copyOf(snapshots);
        assertThatThrownBy(() -> player.act(action))
                .isInstanceOf(ActionFailure.class)
                .hasMessageStartingWith(line + ": ");
        assertThat(snapshots).isEqualTo(before);
        assertThat(step(player).failures())
                .as("the scenario shows it and goes on")
                .hasSize(1);
    }

    @Test
    void whatIsRefusedByHandInFlightLeavesNoTraceEither() {
        StepRun player = player("  - do: [kill: {node: B}]\n");
        player.beginStep();
        List<Snapshot> before = List.copyOf(snapshots);
        assertThatThrownBy(() -> player.act(new Action.Kill(B))).hasMessage("kill: {node: B}: B is dead already");
        assertThat(snapshots).isEqualTo(before);
        assertThat(present().offScript()).isFalse();
    }

    @Test
    void aGetByHandOpensNoStepAndKeepsTheRunOnScript() {
        StepRun player = player("  - {}\n");
        assertThat(player.act(new Action.Get(A, K, ReadMode.LOCAL, Optional.empty()))
                        .join()
                        .orElseThrow()
                        .text())
                .isEqualTo("(nil)");
        assertThat(present().offScript()).isFalse();
        assertThat(present().phase()).isEqualTo(Phase.START);
    }

    @Test
    void aMessageHeldByHandStaysOverStepsAndCanBeTrimmedAndDelivered() {
        StepRun player = player(PUT_AND_PUSH.formatted(", to: [B]") + "  - {}\n");
        player.beginStep();
        long message = player.present().messages().get(0).id();
        player.handle(message, MessageAction.HOLD);
        step(player);
        player.handle(message, new MessageAction.Trim(Set.of()));
        player.handle(message, MessageAction.DELIVER);
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
    }

    @Test
    void aDuplicatedSyncShiftsPrevTwice() {
        StepRun player =
                player("full", "  - do: [put: {at: A, key: k, value: v}, sync: {from: A, to: [B], duplicate: [B]}]\n");
        step(player);
        assertThat(present().node(B).rows().get(A).prev()).isEqualTo(2);
    }

    private static final String AT_B = "  - do: [put: {at: B, key: k, value: v}]\n  - do:\n%s";

    @Test
    void aReadThatFindsAsksThePeersAndMovesNothing() {
        StepRun player = player(AT_B.formatted("      - get: {at: A, key: k, read: find, expect: v}\n"));
        step(player);
        assertThat(step(player).expectations()).allMatch(check -> check.met());
        assertThat(present().node(A).value(K)).isEmpty();
        assertThat(present().node(A).rows().get(B).now()).isEqualTo(1);
        assertThat(snapshots)
                .filteredOn(snapshot -> snapshot.what() instanceof RunEvent.Inquired)
                .hasSize(4);
    }

    @Test
    void aReadOfTheNewestBringsEveryNodeUpToDate() {
        StepRun player = player(AT_B.formatted("      - get: {at: A, key: k, read: newest, expect: v}\n"));
        step(player);
        step(player);
        assertThat(present().nodes()).allMatch(node -> node.value(K).equals(Optional.of(Value.of("v"))));
    }

    @Test
    void aReadWithoutAnAnswerFailsByNameAtTheEndOfItsStep() {
        StepRun player = player(AT_B.formatted(
                "      - cut: {from: A, to: C}\n      - get: {at: A, key: k, read: newest, expect: v}\n"));
        step(player);
        player.beginStep();
        assertThat(report().failures()).isEmpty();
        player.finishStep();
        assertThat(report().failures()).singleElement().asString().endsWith("NOANSWER C has not answered about k");
        assertThat(report().expectations()).singleElement().matches(check -> !check.met());
    }

    @Test
    void aQuestionWaitsForAPausedNodeAndIsAnsweredWhenItGoesOn() {
        StepRun player = player(AT_B.formatted("      - pause: {node: C}\n"
                + "      - get: {at: A, key: k, read: newest, expect: v}\n      - resume: {node: C}\n"));
        step(player);
        assertThat(step(player).expectations()).singleElement().matches(check -> check.met());
    }

    @Test
    void aReadAtANodeThatDiesFails() {
        StepRun player = player(AT_B.formatted("      - pause: {node: C}\n"
                + "      - get: {at: A, key: k, read: newest}\n      - kill: {node: A}\n"));
        step(player);
        assertThat(step(player).failures()).singleElement().asString().endsWith("A died before it had the answers");
    }

    @Test
    void fromATimeBeyondTheNodesOwnClocksTheyDoNotGoLive() {
        StepRun player = player("  - time: 999999999999999\n    do: [put: {at: A, key: k, value: v}]\n");
        player.beginStep();
        assertThatThrownBy(() -> player.startLive(1_800_000_000_000L, 1, Runnable::run))
                .isInstanceOf(ActionFailure.class)
                .hasMessageStartingWith("from T = 999999999999999 on the nodes cannot run by their own clocks");
        player.finishStep();
        assertThat(present().time()).isEqualTo(999_999_999_999_999L);
    }

    @Test
    void aWriteThatLosesAtOnceIsNotAnsweredLikeOneThatIsKept() {
        StepRun player =
                player("  - do: [skew: {node: A, by: 5}, put: {at: A, key: k, value: v}, skew: {node: A, by: 0}]\n");
        player.beginStep();
        assertThat(player.act(new Action.Put(A, K, Value.of("w")))
                        .join()
                        .orElseThrow()
                        .text())
                .isEqualTo("(nil)");
        assertThat(player.act(new Action.Delete(A, K)).join().orElseThrow().text())
                .isEqualTo("0");
    }

    @Test
    void aNodeWithADiskStoreComesBackWithWhatItHeld() {
        Scenario scenario = ScenarioReader.read(
                "test",
                "scenario: test\ncluster: {nodes: [A, B], store: disk}\nsteps:\n"
                        + "  - do: [put: {at: A, key: k, value: v}, sync: {from: A}]\n"
                        + "  - do: [kill: {node: B}, start: {node: B}]\n"
                        + "  - do: [kill: {node: B}, start: {node: B, wipe: true}]\n");
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store());
        cluster.startAll();
        StepRun player = new StepRun(scenario, cluster, snapshots::add);
        step(player);
        step(player);
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
        assertThat(present().node(B).rows().get(A).now()).isEqualTo(2);
        step(player);
        assertThat(present().node(B).value(K)).isEmpty();
        assertThat(present().node(B).rows().get(A).now()).isEqualTo(1);
    }
}
