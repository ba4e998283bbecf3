package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;

/** Real gateways before real nodes: whom a gateway asks follows from what was done before, and from nothing else. */
@Timeout(180)
class GatewaysIT {
    /** Serves one test after the other. */
    private static final ProcessPool POOL = ProcessPool.of(Program.find().forLessons());

    @AfterAll
    static void closeAll() {
        POOL.close();
    }

    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final NodeId G1 = new NodeId("G1");
    private static final NodeId G2 = new NodeId("G2");
    private static final Key K = new Key("k");
    private static final Value V = Value.of("v");

    private final Semaphore came = new Semaphore(0);
    private final Recorded listener = new Recorded(came::release);
    private final ProcessCluster cluster =
            new ProcessCluster(List.of(A, B, C), Rules.DOCUMENT, StoreKind.MEMORY, List.of(G1, G2), POOL, listener);

    @BeforeEach
    void start() {
        cluster.startAll();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private NodeId writer(NodeId gateway) {
        return cluster.put(gateway, K, V).node();
    }

    @Test
    void everyGatewayTakesTurnsBeginningWithTheFirstNode() {
        assertThat(List.of(writer(G1), writer(G1), writer(G2), writer(G1), writer(G1), writer(G2)))
                .containsExactly(A, B, A, C, A, B);
        assertThat(cluster.get(G1, K).node()).isEqualTo(B);
    }

    @Test
    void aWriteThroughAGatewayIsTheAppsOwnAndStandsInTheTablesOfTheNodeThatTookIt() {
        cluster.setTime(A, 7);
        StepCluster.Write write = cluster.put(G1, K, V);
        assertThat(write.node()).isEqualTo(A);
        assertThat(write.entry().orElseThrow().timestamp()).isEqualTo(7);
        assertThat(cluster.tables(A).entries()).hasSize(1);
        assertThat(cluster.tables(B).entries()).isEmpty();
        assertThat(listener.told).as("writes of other clients").isEmpty();
    }

    @Test
    void aDeadOrPausedNodeIsPassedOverFromTheNextRequestOnAndAskedAgainWhenItIsBack() {
        cluster.kill(B);
        assertThat(List.of(writer(G1), writer(G1), writer(G1))).containsExactly(A, C, A);
        cluster.pause(C);
        assertThat(List.of(writer(G1), writer(G1))).containsExactly(A, A);
        cluster.start(B, false);
        cluster.resume(C);
        assertThat(List.of(writer(G1), writer(G1), writer(G1))).containsExactly(B, C, A);
    }

    @Test
    void aGatewayThatIsStartedAgainFindsTheLiveNodesAndBeginsWithTheFirst() {
        writer(G1);
        Cluster.Running before = cluster.gateway(G1);
        cluster.kill(G1);
        cluster.kill(A);
        assertThatThrownBy(() -> cluster.put(G1, K, V)).hasMessage("gateway G1 has no process");
        assertThat(writer(G2)).isEqualTo(B);
        cluster.start(G1, false);
        assertThat(cluster.gateway(G1).pid()).isNotEqualTo(before.pid());
        assertThat(writer(G1)).isEqualTo(B);
    }

    @Test
    void aGatewayThatDiesUnaskedIsReported() throws Exception {
        ProcessHandle.of(cluster.gateway(G2).pid()).orElseThrow().destroyForcibly();
        while (listener.told.isEmpty()) {
            assertThat(came.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            cluster.poll();
        }
        assertThat(listener.told.peek()).startsWith("G2 died: ended with exit code 137");
        assertThat(writer(G1)).isEqualTo(A);
    }

    @Test
    void heartbeatsAreAnsweredByNodesAndGateways() {
        assertThat(cluster.heartbeat(A)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(cluster.heartbeat(G1)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void closingLeavesNoGateway() {
        ProcessHandle gateway;
        try (ProcessCluster brief = new ProcessCluster(
                List.of(A),
                Rules.DOCUMENT,
                StoreKind.MEMORY,
                List.of(G1),
                ProcessPool.keepingNone(Program.find()),
                new Recorded())) {
            brief.startAll();
            gateway = ProcessHandle.of(brief.gateway(G1).pid()).orElseThrow();
            assertThat(gateway.isAlive()).isTrue();
        }
        assertThat(gateway.isAlive()).isFalse();
    }
}
