package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sosad.app.client.RespClient.loopback;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.StepCluster;
import sosad.app.history.GatewayState;
import sosad.app.history.HistoryEvent;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** The lab over real processes: going back, outside clients, deaths. */
@Timeout(120)
class LabActorIT {
    /** Serves one test after the other. */
    private static final ProcessClusters CLUSTERS = new ProcessClusters();

    /** The same, which no lab closes. */
    private static final LabActor.ClusterFactory LEFT_OPEN = new LabActor.ClusterFactory() {
        @Override
        public StepCluster create(ClusterPlan plan, Consumer<ClusterEvent> listener) {
            return CLUSTERS.create(plan, listener);
        }

        @Override
        public void forgetPorts() {
            CLUSTERS.forgetPorts();
        }
    };

    @AfterAll
    static void closeAll() {
        CLUSTERS.close();
    }

    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");

    private final RecordedEvents told = new RecordedEvents();
    private Lab lab;

    @BeforeEach
    void open() {
        lab = new LabActor(LEFT_OPEN, told);
        lab.open(BundledScenarios.load("sample")).join();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private static List<NodeState> tables(Snapshot snapshot) {
        return snapshot.nodes().stream().map(NodeState::withoutProcess).toList();
    }

    private void step() {
        lab.beginStep().join();
        lab.finishStep().join();
    }

    private void write(String request) throws Exception {
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(),
                told.present().node(A).clientPort().orElseThrow())) {
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isPositive();
        }
    }

    private void killFromOutside(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ofAFloodOfWritesFromOutsideEachBecomesPartOfTheRun() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        lab.close();
        lab = new LabActor((plan, listener) -> CLUSTERS.create(plan, listener), told.andThen(event -> {
            if (event instanceof LabEvent.Happened) {
                await(answered);
            }
        }));
        lab.open(BundledScenarios.load("sample")).join();
        int port = told.present().node(A).clientPort().orElseThrow();
        int writes = 2_000;
        try (RespClient client = new RespClient(loopback(port), Duration.ofSeconds(20))) {
            client.sendAll(IntStream.range(0, writes)
                    .mapToObj(i -> RespRequest.set("flood-" + i, "v"))
                    .toList());
            for (int i = 0; i < writes; i++) {
                assertThat(client.reply().isError()).isFalse();
            }
        }
        answered.countDown(); // the lab's thread, busy with the first one, finds all others waiting
        told.await(snapshot -> snapshot.node(A).entries().size() == writes);
        assertThat(told.history().snapshots())
                .filteredOn(snapshot -> snapshot.what() instanceof RunEvent.Wrote)
                .hasSize(writes)
                .allMatch(snapshot -> snapshot.event().trigger() == HistoryEvent.Trigger.OUTSIDE);
    }

    @Test
    void aNodeThatIsKilledComesBackByItselfAndBackRepeatsThat() throws Exception {
        step();
        lab.restartAutomatically(true).join();
        long pid = told.present().node(A).pid();
        killFromOutside(pid);

        told.await(snapshot -> snapshot.what().equals(new RunEvent.Started(A)));

        assertThat(told.present().node(A).pid()).isNotEqualTo(pid);
        assertThat(told.awaitLine("Supervisor: A is restarting")).contains("it will be started in 0.5 s");
        told.awaitLine("Supervisor: A is up: it was started again.");
        assertThat(told.nextFailure()).startsWith("Node A ended with exit code 137");
        lab.restartAutomatically(false).join();
        List<NodeState> before = tables(told.present());
        lab.tick().join();
        lab.back(false).join();
        assertThat(tables(told.present())).isEqualTo(before);
        assertThat(told.hasFailure()).isFalse();
    }

    private List<Integer> ports() {
        return told.history().present().nodes().stream()
                .map(node -> node.clientPort().orElseThrow())
                .toList();
    }

    @Test
    void portsForClientsStayTheSameOverBackAndRestartAndAreOthersInAnotherLesson() {
        List<Integer> first = ports();
        step();
        step();
        lab.back(false).join();
        assertThat(ports()).isEqualTo(first);
        lab.act(new Action.Kill(B)).join();
        lab.act(new Action.Start(B, false)).join();
        assertThat(ports()).isEqualTo(first);
        lab.restart().join();
        assertThat(ports()).isEqualTo(first);
        lab.open(BundledScenarios.load("sample")).join();
        assertThat(ports()).isEqualTo(first);
        lab.open(BundledScenarios.load("lost-update-per-key")).join();
        assertThat(ports()).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aLessonOfWhichANodeHangsIsVoidToItsLastStepAndBackMakesItGood() throws Exception {
        step();
        step();
        Outside.freeze(told.present().node(A).pid());
        step();
        assertThat(told.present().time()).isEqualTo(4);
        assertThat(told.present().node(A).status()).isEqualTo(Status.DEAD);
        assertThat(told.present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        step();
        assertThat(told.present().time()).isEqualTo(5);
        assertThat(told.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(told.present().script()).as("A could not sync").isEqualTo(ScriptStatus.VOID);

        while (told.present().script() != ScriptStatus.ON_SCRIPT) {
            lab.back(false).join();
        }
        assertThat(told.present().time()).isEqualTo(3);
        step();
        step();
        assertThat(told.present().time()).isEqualTo(5);
        assertThat(told.present().script()).isEqualTo(ScriptStatus.ON_SCRIPT);
    }

    @Test
    void aNodeThatHangsIsKilledComesBackByItselfAndBackRepeatsThat() throws Exception {
        step();
        lab.restartAutomatically(true).join();
        long pid = told.present().node(A).pid();
        Outside.freeze(pid);

        told.await(snapshot -> snapshot.what().equals(new RunEvent.Started(A)));

        assertThat(told.awaitLine("Supervisor: A is restarting")).contains("it will be started in 0.5 s");
        told.awaitLine("Supervisor: A is up: it was started again.");
        assertThat(told.present().node(A).pid()).isNotEqualTo(pid);
        assertThat(ProcessHandle.of(pid)).isEmpty();
        lab.restartAutomatically(false).join();
        List<NodeState> before = tables(told.present());
        lab.tick().join();
        lab.back(false).join();
        assertThat(tables(told.present())).isEqualTo(before);
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void aGatewayThatIsKilledComesBackByItself() throws Exception {
        lab.open(BundledScenarios.load("gateway")).join();
        lab.restartAutomatically(true).join();
        GatewayState before = told.present().gateways().get(0);
        killFromOutside(before.pid());

        Snapshot back = told.await(snapshot -> snapshot.what().equals(new RunEvent.Started(before.id())));

        assertThat(back.gateways().get(0).pid()).isNotEqualTo(before.pid());
        assertThat(told.nextFailure()).startsWith("Gateway G1 ended with exit code 137");
    }

    @Test
    void whileNobodyTurnsItOnADeadNodeStaysDown() throws Exception {
        killFromOutside(told.present().node(A).pid());
        told.awaitLine("Supervisor: A is down: its process has ended.");
        told.await(snapshot -> snapshot.what() instanceof RunEvent.Died);
        step();
        assertThat(told.present().hasProcess(A)).isFalse();
    }

    private static Set<Long> pids(Snapshot snapshot) {
        return snapshot.nodes().stream().map(NodeState::pid).collect(Collectors.toSet());
    }

    @Test
    void backStopsWhereTheMessagesWereInFlightInTheSameProcesses() {
        step();
        lab.beginStep().join();
        Snapshot inFlight = told.present();
        lab.finishStep().join();

        lab.back(true).join();

        assertThat(tables(told.present())).isEqualTo(tables(inFlight));
        assertThat(told.present().queue()).isEqualTo(inFlight.queue());
        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(pids(told.present())).isEqualTo(pids(inFlight));
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void backByStepsStopsOnlyAtTheEndsOfSteps() {
        step();
        Snapshot second = told.present();
        step();
        lab.back(false).join();
        assertThat(tables(told.present())).isEqualTo(tables(second));
        assertThat(told.present().time()).isEqualTo(2);
        lab.back(false).join();
        assertThat(told.present().phase()).isEqualTo(Phase.START);
        assertThatThrownBy(() -> lab.back(false).join())
                .hasCauseInstanceOf(ActionFailure.class)
                .hasMessageContaining("there is nothing to go back to");
    }

    @Test
    void aWriteByAnotherClientIsShownPutsTheRunOffScriptAndIsRepeatedByBack() throws Exception {
        step();
        write("SET outside x\r\n");
        Snapshot outside = told.await(snapshot -> snapshot.what() instanceof RunEvent.Wrote wrote && wrote.outside());
        assertThat(outside.offScript()).isTrue();
        assertThat(outside.node(A).value(new Key("outside"))).contains(Value.of("x"));
        lab.beginStep().join();

        lab.back(true).join();

        assertThat(told.hasFailure()).isFalse();
        assertThat(told.present().node(A).value(new Key("outside"))).contains(Value.of("x"));
        assertThat(told.present().offScript()).isTrue();
    }

    @Test
    void aNodeThatDiesIsToldAndBackRepeatsItsDeath() throws Exception {
        step();
        Snapshot before = told.present();
        ProcessHandle.of(before.node(A).pid()).orElseThrow().destroyForcibly();
        Snapshot died = told.await(snapshot -> snapshot.what() instanceof RunEvent.Died);
        assertThat(died.node(A).status()).isEqualTo(Status.DEAD);
        assertThat(told.nextFailure()).startsWith("Node A ended with exit code 137");
        lab.beginStep().join();

        lab.back(true).join();

        assertThat(told.hasFailure()).isFalse();
        assertThat(told.present().time()).isEqualTo(before.time());
        assertThat(told.present().node(A).status()).isEqualTo(Status.DEAD);
    }

    @Test
    void aPutByHandWaitsInFlightAndBackUndoesOneThingAfterTheOther() {
        lab.act(new Action.Put(A, K, Value.of("v"))).join();
        lab.act(new Action.Push(A, Optional.of(List.of(B)), Fates.NONE)).join();
        assertThat(told.present().queue()).hasSize(1);
        lab.handle(told.present().queue().get(0), MessageAction.LOSE).join();

        lab.back(true).join();
        assertThat(told.present().queue()).hasSize(1);
        lab.back(true).join();
        assertThat(told.present().queue()).isEmpty();
        assertThat(told.present().node(A).value(K)).contains(Value.of("v"));
        lab.back(true).join();
        assertThat(told.present().node(A).value(K)).isEmpty();
    }

    @Test
    void whatCannotBeDoneSaysWhyAndTheLabGoesOn() {
        lab.act(new Action.Kill(A)).join();
        assertThatThrownBy(() -> lab.act(new Action.Put(A, K, Value.of("v"))).join())
                .hasRootCauseInstanceOf(ActionFailure.class)
                .hasMessageContaining("A is dead");
        assertThat(lab.act(new Action.Put(B, K, Value.of("v")))
                        .join()
                        .orElseThrow()
                        .text())
                .isEqualTo("OK");
    }

    @Test
    void afterClosingNothingIsLeftAndEveryCommandIsRefused() {
        lab.close();
        lab = new LabActor(new ProcessClusters(), told);
        lab.open(BundledScenarios.load("sample")).join();
        long pid = told.present().node(A).pid();
        lab.close();
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThatThrownBy(() -> lab.beginStep().join()).hasMessageContaining("the lab is closed");
    }
}
