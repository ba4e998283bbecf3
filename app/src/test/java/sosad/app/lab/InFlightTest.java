package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.StepReport;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.history.text.Sentences;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

/** What a scenario does while its messages stand on their links, on bare replicas. */
class InFlightTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");
    private static final Value V = Value.of("v");
    private static final String PUSH = "put: {at: A, key: k, value: v}, push: {from: A, to: [B]%s}";

    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Object> forgotten = new ArrayList<>();

    private static Scenario scenario(String... steps) {
        return ScenarioReader.read(
                "test",
                "scenario: test\ncluster: {nodes: [A, B, C]}\nsteps:\n  - {" + String.join("}\n  - {", steps) + "}\n");
    }

    private static String step(String actions, String... inFlight) {
        return "do: [%s], in-flight: [%s]".formatted(actions, String.join(", ", inFlight));
    }

    private static String message(String what) {
        return "message: {from: A, to: B, do: %s}".formatted(what);
    }

    private StepRun player(String... steps) {
        Scenario scenario = scenario(steps);
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store());
        cluster.startAll();
        return new StepRun(scenario, noting(cluster), snapshots::add);
    }

    /** The cluster, which notes what the network is to forget. */
    private StepCluster noting(StepCluster cluster) {
        return (StepCluster) Proxy.newProxyInstance(
                StepCluster.class.getClassLoader(), new Class<?>[] {StepCluster.class}, (proxy, method, args) -> {
                    if (method.getName().equals("discard")) {
                        forgotten.add(args[0]);
                    }
                    return method.invoke(cluster, args);
                });
    }

    private StepReport play(StepRun player) {
        player.beginStep();
        player.finishStep();
        List<StepReport> steps = HistoryReport.of("test", History.of(snapshots)).steps();
        return steps.get(steps.size() - 1);
    }

    private Snapshot present() {
        return snapshots.get(snapshots.size() - 1);
    }

    private List<Fate> fates() {
        return present().messages().stream().map(Message::fate).toList();
    }

    @Test
    void theActionsAreCarriedOutOneByOneAndThenTheMessagesDelivered() {
        StepRun player = player(step(PUSH.formatted(""), message("duplicate"), "put: {at: B, key: l, value: w}"));
        player.beginStep();
        assertThat(present().actionsLeft()).isEqualTo(2);
        assertThat(player.deliverNext()).isTrue();
        assertThat(present().actionsLeft()).isEqualTo(1);
        assertThat(present().messages().get(0).copies()).isEqualTo(2);
        player.deliverNext();
        assertThat(present().actionsLeft()).isZero();
        assertThat(present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(present().node(B).value(K)).isEmpty();
        player.finishStep();
        assertThat(present().node(B).value(K)).contains(V);
        assertThat(present().offScript()).isFalse();
    }

    @Test
    void whatIsSentInFlightJoinsTheEndOfTheQueue() {
        StepRun player = player(step(PUSH.formatted(""), "put: {at: B, key: l, value: w}", "push: {from: B, to: [A]}"));
        player.beginStep();
        player.deliverNext();
        player.deliverNext();
        assertThat(present().queue())
                .extracting(id -> present().message(id).orElseThrow().from())
                .containsExactly(A, B);
    }

    @Test
    void oneOfTwoCopiesIsLostAndTheOtherArrives() {
        StepRun player = player(step(PUSH.formatted(", duplicate: [B]"), message("lose, nth: 2")));
        StepReport report = play(player);
        assertThat(report.messages()).extracting(message -> message.fate()).containsExactly(Fate.DELIVERED, Fate.LOST);
        assertThat(present().messages()).extracting(Message::copies).containsExactly(1, 1);
        assertThat(present().messages().get(1).why()).isEqualTo("lost by the scenario");
        assertThat(snapshots)
                .map(snapshot -> Sentences.of(snapshot.what()))
                .contains("The copies of A's push to B (k@2) go on apart from each other.");
    }

    @Test
    void ofThreeCopiesTheMiddleOneIsHeldAndDeliveredLater() {
        StepRun player = player(
                step(PUSH.formatted(", duplicate: [B]"), message("duplicate"), message("hold, nth: 2")),
                "do: [deliver: {from: A, to: B}]");
        play(player);
        assertThat(fates()).containsExactlyInAnyOrder(Fate.DELIVERED, Fate.HELD, Fate.DELIVERED);
        play(player);
        assertThat(fates()).containsExactly(Fate.DELIVERED);
    }

    @Test
    void aFileMayDuplicateAMessageManyTimes() {
        String[] many = new String[12];
        Arrays.fill(many, message("duplicate"));
        StepRun player = player(step(PUSH.formatted(""), many));
        assertThat(play(player).failures()).isEmpty();
        assertThat(present().messages()).map(Message::copies).satisfies(copies -> assertThat(
                        copies.stream().mapToInt(n -> n).sum())
                .isEqualTo(13));
    }

    @Test
    void aLostCopyIsRestoredByItsPlaceAmongThoseLost() {
        StepRun player = player(step(
                PUSH.formatted(", duplicate: [B]"),
                message("trim, nth: 2, keys: [k]"),
                message("lose"),
                message("lose"),
                message("restore, nth: 2")));
        play(player);
        assertThat(fates()).containsExactly(Fate.LOST, Fate.DELIVERED);
        assertThat(present().node(B).value(K))
                .as("the trimmed copy alone arrived")
                .isEmpty();
    }

    @Test
    void theNetworkForgetsAFrameWithTheLastOfItsCopies() {
        StepRun player = player(
                step(PUSH.formatted(", duplicate: [B]"), message("lose"), message("hold")),
                "title: the lost copy can no longer be restored",
                "do: [discard: {from: A, to: B}]");
        play(player);
        long frame = present().messages().get(0).id();
        assertThat(fates()).containsExactly(Fate.LOST, Fate.HELD);
        play(player);
        assertThat(forgotten).as("the held copy needs it").isEmpty();
        play(player);
        assertThat(forgotten).containsExactly(frame);
    }

    @Test
    void theNetworkForgetsALostMessageWhenTheNextStepOpens() {
        StepRun player = player(step(PUSH.formatted(", lose: [B]")), "title: x");
        play(player);
        assertThat(forgotten).isEmpty();
        player.beginStep();
        assertThat(forgotten).hasSize(1);
    }

    @Test
    void aCorruptCopyIsRefusedAndStaysSoWhenItIsRestored() {
        StepRun player = player(step(
                PUSH.formatted(""), message("corrupt"), message("deliver"), message("restore"), message("corrupt")));
        StepReport report = play(player);
        assertThat(fates()).containsExactly(Fate.LOST);
        assertThat(report.failures())
                .containsExactly("message: {do: corrupt, from: A, to: B}: the message is corrupt already");
    }

    @Test
    void aMessageIsDelayedFromItsFlight() {
        StepRun player = player(step(PUSH.formatted(""), message("delay, steps: 2")), "title: x", "title: y");
        play(player);
        play(player);
        assertThat(fates()).containsExactly(Fate.HELD);
        player.beginStep();
        assertThat(present().queue()).hasSize(1);
    }

    @Test
    void aDeliveryToAPausedNodeWaitsAndToADeadOneIsLost() {
        StepRun player = player(
                step(PUSH.formatted(""), "pause: {node: B}", message("deliver")),
                step(PUSH.formatted("") + ", resume: {node: B}", "kill: {node: B}", message("deliver")));
        play(player);
        assertThat(fates()).containsExactly(Fate.WAITING);
        play(player);
        assertThat(fates()).containsExactly(Fate.LOST, Fate.LOST);
    }

    @Test
    void whatIsNotThereFailsAndTheScenarioGoesOn() {
        StepRun player = player(step(
                PUSH.formatted(""),
                message("lose, nth: 2"),
                message("restore"),
                message("deliver"),
                message("hold"),
                "expect: {at: B, key: k, value: v}"));
        StepReport report = play(player);
        assertThat(report.failures())
                .containsExactly(
                        "message: {do: lose, from: A, to: B, nth: 2}: only 1 of the messages from A to B are in flight",
                        "message: {do: restore, from: A, to: B}: no message is lost from A to B",
                        "message: {do: hold, from: A, to: B}: no message is in flight from A to B");
        assertThat(snapshots)
                .map(snapshot -> Sentences.of(snapshot.what()))
                .contains("Could not restore a message lost from A to B: no message is lost from A to B.");
        assertThat(report.expectations()).singleElement().matches(check -> check.met());
    }

    @Test
    void aScenarioSaysNothingOfMessagesInAStepThatIsOver() {
        StepRun player = player(step(PUSH.formatted(", lose: [B]")));
        play(player);
        List<Snapshot> before = List.copyOf(snapshots);
        Action restore = new Action.Handle(new Link(A, B), 1, MessageAction.RESTORE);
        assertThatThrownBy(() -> player.act(restore))
                .hasMessageEndingWith("the step in which the message was lost is over");
        assertThat(snapshots).isEqualTo(before);
    }

    @Test
    void backRepeatsWhatWasDoneInFlight() {
        RecordedEvents told = new RecordedEvents();
        try (Lab lab = new LabActor(
                (plan, listener) -> new SimulatedCluster(plan.nodes(), plan.rules(), plan.store()), told)) {
            lab.open(scenario(
                            step(
                                    PUSH.formatted(", duplicate: [B]"),
                                    "expect: {converged: false}",
                                    message("trim, keys: [k]"),
                                    message("deliver"),
                                    message("hold")),
                            step("deliver: {from: A, to: B}")))
                    .join();
            lab.beginStep().join();
            lab.finishStep().join();
            List<NodeState> first = told.present().nodes();
            assertThat(told.present().messages()).extracting(Message::fate).containsExactly(Fate.DELIVERED, Fate.HELD);
            lab.beginStep().join();
            lab.finishStep().join();
            assertThat(told.present().node(B).value(K)).contains(V);
            lab.back(false).join();
            assertThat(told.present().nodes()).isEqualTo(first);
            assertThat(told.hasFailure()).isFalse();
            lab.back(true).join();
            assertThat(told.present().actionsLeft()).isEqualTo(4);
        }
    }
}
