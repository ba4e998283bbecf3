package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sosad.app.client.RespClient.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.client.RespClient;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Row;
import sosad.protocol.Rules;
import sosad.wire.Frame;
import sosad.wire.PeerCodec;

/** Real node processes, real sockets. */
@Timeout(120)
class ProcessClusterIT {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");
    private static final Value V = Value.of("v");

    /** Serves one test after the other. */
    private static final ProcessPool POOL = ProcessPool.of(Program.find().forLessons());

    @AfterAll
    static void closeAll() {
        POOL.close();
    }

    private static ProcessCluster cluster(Consumer<ClusterEvent> listener) {
        return cluster(POOL, listener);
    }

    private static ProcessCluster cluster(ProcessPool pool, Consumer<ClusterEvent> listener) {
        return new ProcessCluster(List.of(A, B), Rules.DOCUMENT, StoreKind.MEMORY, List.of(), pool, listener);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void aWriteIsPushedThroughTheNetworkAndShowsInTheReceiversTables() {
        try (StepCluster cluster = cluster(new Recorded())) {
            cluster.startAll();
            cluster.setTime(A, 2);
            assertThat(cluster.put(A, K, V).reply()).isEqualTo("OK");
            List<PeerMessage> sent = cluster.push(A, Optional.empty());
            assertThat(sent).hasSize(1);
            assertThat(cluster.tables(B).entries()).isEmpty();

            cluster.deliver(sent.get(0));

            assertThat(cluster.tables(B).entries()).extracting(Entry::timestamp).containsExactly(2L);
            assertThat(cluster.tables(B).rows()).containsEntry(A, new Row(2, 1, 1));
            assertThat(cluster.get(B, K).value()).contains(V);
        }
    }

    @Test
    void closingLeavesNoProcess() {
        long pid;
        ProcessPool none = ProcessPool.keepingNone(Program.find().forLessons());
        try (StepCluster cluster = cluster(none, new Recorded())) {
            cluster.startAll();
            cluster.pause(A);
            pid = cluster.tables(A).pid();
            assertThat(isAlive(pid)).isTrue();
        }
        assertThat(isAlive(pid)).isFalse();
    }

    @Test
    void aKilledNodeComesBackEmptyAsAnotherProcessAndSaysHello() {
        try (StepCluster cluster = cluster(new Recorded())) {
            cluster.startAll();
            cluster.put(A, K, V);
            long pid = cluster.tables(A).pid();
            cluster.kill(A);
            assertThat(isAlive(pid)).isFalse();

            List<PeerMessage> hellos = cluster.start(A, false);

            assertThat(hellos).extracting(hello -> hello.update().to()).containsExactly(B);
            assertThat(cluster.tables(A).pid()).isNotEqualTo(pid);
            assertThat(cluster.tables(A).entries()).isEmpty();
        }
    }

    @Test
    void whatAKilledNodeHadSentCanStillBeDelivered() {
        try (StepCluster cluster = cluster(new Recorded())) {
            cluster.startAll();
            cluster.put(A, K, V);
            PeerMessage sent = cluster.push(A, Optional.empty()).get(0);
            cluster.kill(A);
            assertThat(cluster.deliver(sent).applied()).hasSize(1);
        }
    }

    @Test
    void aTrimmedMessageArrivesTrimmed() {
        try (StepCluster cluster = cluster(new Recorded())) {
            cluster.startAll();
            cluster.put(A, K, V);
            PeerMessage sent = cluster.push(A, Optional.empty()).get(0);
            PeerMessage trimmed = new PeerMessage(sent.id(), sent.update().without(java.util.Set.of(K)));
            assertThat(cluster.deliver(trimmed).applied()).isEmpty();
            assertThat(cluster.tables(B).entries()).isEmpty();
        }
    }

    @Test
    void aMessageCanBeDeliveredTwice() {
        try (StepCluster cluster = cluster(new Recorded())) {
            cluster.startAll();
            cluster.put(A, K, V);
            PeerMessage sent = cluster.push(A, Optional.empty()).get(0);
            assertThat(cluster.deliver(sent).applied()).hasSize(1);
            assertThat(cluster.deliver(sent).applied()).isEmpty();
        }
    }

    @Test
    void aWriteByAnotherClientIsReported() throws Exception {
        Semaphore came = new Semaphore(0);
        Recorded listener = new Recorded(came::release);
        try (StepCluster cluster = cluster(listener)) {
            cluster.startAll();
            try (RespClient other = new RespClient(loopback(cluster.tables(A).clientPort()), Duration.ofSeconds(10))) {
                assertThat(other.set("k", "v").text()).isEqualTo("OK");
                assertThat(came.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            }
            cluster.poll();
            assertThat(listener.told).containsExactly("A outside k@1");
            assertThat(cluster.tables(A).entries()).hasSize(1);
        }
    }

    @Test
    void aNodeThatDiesUnaskedIsReportedWithItsLastWords() throws Exception {
        Semaphore came = new Semaphore(0);
        Recorded listener = new Recorded(came::release);
        try (StepCluster cluster = cluster(listener)) {
            cluster.startAll();
            ProcessHandle.of(cluster.tables(A).pid()).orElseThrow().destroyForcibly();
            assertThat(came.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            cluster.poll();
            assertThat(listener.told).hasSize(1);
            assertThat(listener.told.peek()).startsWith("A died: ended with exit code 137; its last line: ");
            assertThatThrownBy(() -> cluster.put(A, K, V)).hasMessage("node A has no process");
            assertThat(cluster.put(B, K, V).reply()).isEqualTo("OK");
        }
    }

    @Test
    void aNodeThatCannotStartIsNamedWithItsLastLine(@TempDir Path folder) throws IOException {
        Program sound = Program.find();
        Path corrupt = Files.writeString(folder.resolve("sosad-node-0.jar"), "this is no jar");
        Program program = new Program(sound.java(), List.of(corrupt), List.of());
        try (StepCluster cluster =
                new ProcessCluster(List.of(A, B), Rules.DOCUMENT, StoreKind.MEMORY, program, new Recorded())) {
            assertThatThrownBy(cluster::startAll)
                    .isInstanceOf(NodeException.class)
                    .hasMessageStartingWith("node A ended with exit code 1; its last line: ");
        }
    }

    @Test
    void aMissingJavaIsNamed() {
        Program program = new Program(Path.of("no-such-java"), List.of(Path.of("x.jar")), List.of());
        try (StepCluster cluster =
                new ProcessCluster(List.of(A, B), Rules.DOCUMENT, StoreKind.MEMORY, program, new Recorded())) {
            assertThatThrownBy(cluster::startAll)
                    .isInstanceOf(NodeException.class)
                    .hasMessageStartingWith("node A cannot be started: ")
                    .hasMessageContaining("no-such-java");
        }
    }

    @Test
    void aPausedNodeGoesOnWhereItStopped() {
        try (StepCluster cluster = cluster(new Recorded())) {
            cluster.startAll();
            cluster.put(B, K, V);
            cluster.pause(B);
            assertThat(cluster.tables(B).entries()).hasSize(1);
            cluster.resume(B);
            assertThat(cluster.get(B, K).value()).contains(V);
        }
    }

    /**
     * Starts a cluster in a process of its own, pauses B and keeps a third process idle, prints the process ids and
     * waits to be killed.
     */
    static final class Orphanage {
        public static void main(String[] args) throws Exception {
            long idle;
            try (StepCluster brief =
                    ProcessPoolIT.cluster(ProcessPool.of(Program.find().forLessons()), A)) {
                brief.startAll();
                idle = brief.tables(A).pid();
            }
            StepCluster cluster = cluster(new Recorded());
            cluster.startAll();
            cluster.pause(B);
            System.out.println(idle + " " + cluster.tables(A).pid() + " "
                    + cluster.tables(B).pid());
            System.in.read();
        }
    }

    @Test
    void noProcessOutlivesAKilledAppNotEvenAPausedOrAnIdleOne() throws Exception {
        Process app = new ProcessBuilder(
                        Program.find().java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphanage.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> nodes = Stream.of(app.inputReader().readLine().split(" ", -1))
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
        assertThat(nodes).allMatch(ProcessHandle::isAlive);

        app.destroyForcibly(); // kill -9

        for (ProcessHandle node : nodes) {
            CompletableFuture<ProcessHandle> end = node.onExit();
            assertThat(end.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void thePeerPortTakesNothingFromWhoeverLacksTheSecret() throws Exception {
        try (ProcessCluster cluster = cluster(new Recorded())) {
            cluster.startAll();
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), cluster.peerPort(B))) {
                stranger.getOutputStream()
                        .write(PeerCodec.greeting(A, B, "guess").bytes());
                assertThat(stranger.getInputStream().readAllBytes())
                        .as("why it is refused, and the end")
                        .hasSizeLessThan(1_000);
            }
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), cluster.peerPort(B))) {
                Frame message = PeerCodec.encode(new PeerMessage(
                        1,
                        new sosad.protocol.Update(
                                A,
                                B,
                                sosad.protocol.Update.Kind.SYNC,
                                1,
                                1,
                                1,
                                java.util.OptionalLong.empty(),
                                List.of(),
                                List.of())));
                stranger.getOutputStream().write(message.bytes());
                assertThat(stranger.getInputStream().read()).as("closed").isEqualTo(-1);
            }
        }
    }
}
