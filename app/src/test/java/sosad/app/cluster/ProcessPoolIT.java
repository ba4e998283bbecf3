package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.app.process.Signals;
import sosad.message.Launch.StoreKind;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;

/** Processes that serve one cluster after the other. */
@Timeout(120)
class ProcessPoolIT {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final NodeId G = new NodeId("G");
    private static final Key K = new Key("k");
    private static final Value V = Value.of("v");

    private final ProcessPool pool = ProcessPool.of(Program.find().forLessons());

    @AfterEach
    void close() {
        pool.close();
    }

    static StepCluster cluster(ProcessPool pool, NodeId... nodes) {
        return new ProcessCluster(List.of(nodes), Rules.DOCUMENT, StoreKind.MEMORY, List.of(), pool, new Recorded());
    }

    private static List<Long> pids(StepCluster cluster, NodeId... nodes) {
        return Stream.of(nodes).map(node -> cluster.tables(node).pid()).toList();
    }

    /** Returns what a client and a push do in a fresh cluster. */
    private static List<Object> played(StepCluster cluster) {
        cluster.setTime(A, 7);
        StepCluster.Write write = cluster.put(A, K, V);
        List<PeerMessage> sent = cluster.push(A, Optional.empty());
        List<StepCluster.Delivery> deliveries =
                sent.stream().map(cluster::deliver).toList();
        NodeTables tables = cluster.tables(B);
        // The number of a process's start is drawn by chance.
        List<Object> said = sent.stream()
                .<Object>map(message ->
                        List.of(message.id(), message.update().toString().replaceAll("start=\\d+", "start=…")))
                .toList();
        return List.of(write.entry(), said, deliveries, tables.rows(), tables.entries());
    }

    @Test
    void aNodeInAUsedProcessBeginsLikeOneInAFreshOne() {
        List<Object> first;
        List<Long> processes;
        try (StepCluster cluster = cluster(pool, A, B)) {
            cluster.startAll();
            processes = pids(cluster, A, B);
            first = played(cluster);
        }
        try (StepCluster cluster = cluster(pool, A, B)) {
            cluster.startAll();
            assertThat(pids(cluster, A, B)).containsExactlyInAnyOrderElementsOf(processes);
            assertThat(cluster.get(A, K).value()).isEmpty();
            assertThat(played(cluster)).isEqualTo(first);
        }
    }

    @Test
    void noPortAndNoConnectionOutlivesTheClusterWhoseNodeListenedThere() throws Exception {
        Set<Integer> ports = new TreeSet<>();
        List<Socket> clients = new ArrayList<>();
        for (int turn = 0; turn < 8; turn++) {
            try (StepCluster cluster = new ProcessCluster(
                    List.of(A, B), Rules.DOCUMENT, StoreKind.MEMORY, List.of(G), pool, new Recorded())) {
                cluster.startAll();
                List<Integer> now = List.of(
                        cluster.tables(A).clientPort(),
                        cluster.tables(B).clientPort(),
                        cluster.gateway(G).clientPort());
                ports.removeAll(now);
                assertThat(ports).noneMatch(ProcessPoolIT::listens);
                ports.addAll(now);
                for (int port : now) {
                    clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
                }
            }
        }
        try (StepCluster cluster = cluster(pool, A, B, C)) {
            cluster.startAll();
            for (Socket client : clients) {
                client.setSoTimeout(10_000);
                assertThat(client.getInputStream().read()).as("it is closed").isEqualTo(-1);
                client.close();
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return client.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void aProcessServesOtherNamesAndOtherRulesNext() {
        List<Long> processes;
        try (StepCluster cluster = cluster(pool, A, B)) {
            cluster.startAll();
            processes = pids(cluster, A, B);
        }
        try (StepCluster cluster = cluster(pool, B, C)) {
            cluster.startAll();
            assertThat(pids(cluster, B, C)).containsExactlyInAnyOrderElementsOf(processes);
            cluster.put(C, K, V);
            cluster.push(C, Optional.empty()).forEach(cluster::deliver);
            assertThat(cluster.get(B, K).value()).contains(V);
        }
    }

    /** The end of what ran in it, which is waited for, is what frees the port that the node asks for again. */
    @Test
    void aNodeBeginsInTheProcessThatHadItsNameBefore() {
        List<Long> processes;
        try (StepCluster cluster = cluster(pool, A, B, C)) {
            cluster.startAll();
            processes = pids(cluster, A, B, C);
        }
        try (StepCluster cluster = cluster(pool, C, B, A)) {
            cluster.startAll();
            assertThat(pids(cluster, A, B, C)).isEqualTo(processes);
        }
    }

    @Test
    void aGatewaysProcessMayBecomeANode() {
        long gateway;
        try (StepCluster cluster =
                new ProcessCluster(List.of(A), Rules.DOCUMENT, StoreKind.MEMORY, List.of(G), pool, new Recorded())) {
            cluster.startAll();
            gateway = cluster.gateway(G).pid();
        }
        try (StepCluster cluster = cluster(pool, A, B)) {
            cluster.startAll();
            assertThat(pids(cluster, A, B)).contains(gateway);
            assertThat(cluster.put(A, K, V).reply()).isEqualTo("OK");
        }
    }

    @Test
    void onlyProcessesThatRunAndAnswerAreKept() throws Exception {
        List<Long> processes;
        Timeouts brief = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(1));
        try (StepCluster cluster = new ProcessCluster(
                List.of(A, B, C),
                Rules.DOCUMENT,
                StoreKind.MEMORY,
                List.of(),
                pool,
                new ClientPorts(),
                new Recorded(),
                brief)) {
            cluster.startAll();
            processes = pids(cluster, A, B, C);
            cluster.pause(A);
            Signals.stop(processes.get(1));
            assertThatThrownBy(() -> cluster.push(B, Optional.empty())).hasMessageContaining("has not answered");
        }
        assertThat(processes).map(ProcessPoolIT::isAlive).containsExactly(false, false, true);
    }

    @Test
    void aNodeOnDiskIsEndedBeforeItsFolderIsDeleted() {
        long process;
        try (StepCluster cluster =
                new ProcessCluster(List.of(A), Rules.DOCUMENT, StoreKind.DISK, List.of(), pool, new Recorded())) {
            cluster.startAll();
            cluster.put(A, K, V);
            process = cluster.tables(A).pid();
        }
        assertThat(isAlive(process)).isFalse();
    }

    @Test
    void aProcessThatDiedIdleIsReplaced() {
        long process;
        try (StepCluster cluster = cluster(pool, A)) {
            cluster.startAll();
            process = cluster.tables(A).pid();
        }
        ProcessHandle idle = ProcessHandle.of(process).orElseThrow();
        idle.destroyForcibly();
        idle.onExit().join();
        try (StepCluster cluster = cluster(pool, A)) {
            cluster.startAll();
            assertThat(cluster.tables(A).pid()).isNotEqualTo(process);
        }
    }

    /** The system tells of a death late, above all of a process that must wait for its turn to die. */
    @Test
    void aProcessThatIsDyingWhenItsClusterClosesIsReplaced() {
        for (int turn = 0; turn < 2; turn++) {
            try (StepCluster cluster = cluster(pool, A, B, C)) {
                cluster.startAll();
                ProcessHandle.of(cluster.tables(B).pid()).orElseThrow().destroyForcibly();
            }
        }
    }

    @Test
    void aProcessThatStandsStillWhenItsClusterClosesIsReplaced() throws Exception {
        ProcessHandle process;
        try (StepCluster cluster = cluster(pool, A)) {
            cluster.startAll();
            process = ProcessHandle.of(cluster.tables(A).pid()).orElseThrow();
            Signals.stop(process.pid());
        }
        try (StepCluster cluster = cluster(pool, A)) {
            cluster.startAll();
            assertThat(cluster.tables(A).pid()).isNotEqualTo(process.pid());
        }
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void noMoreProcessesAreKeptThanThePoolMayAndNoneOnceItIsClosed() {
        ProcessPool small = new ProcessPool(Program.find().forLessons(), 1);
        List<Long> processes;
        try (StepCluster cluster = cluster(small, A, B)) {
            cluster.startAll();
            processes = pids(cluster, A, B);
        }
        assertThat(processes).filteredOn(ProcessPoolIT::isAlive).hasSize(1);
        small.close();
        assertThat(processes).noneMatch(ProcessPoolIT::isAlive);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
