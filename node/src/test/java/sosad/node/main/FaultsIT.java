package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.node.TestPort;

/** Disks and clocks of the packaged program that are told to misbehave. */
@Timeout(120)
class FaultsIT {
    private static final int CLIENTS = 4;

    private final int clientPort = TestPort.next();
    private final int controlPort = TestPort.next();
    private final int peerPort = TestPort.next();

    @TempDir
    private Path folder;

    FaultsIT() throws IOException {}

    private Daemon startNode() throws IOException {
        return Daemon.start(
                        "--id",
                        "A",
                        "--client-port",
                        clientPort + "",
                        "--control-port",
                        controlPort + "",
                        "--peer",
                        "B=127.0.0.1:" + peerPort,
                        "--store",
                        "disk",
                        "--data",
                        folder.toString())
                .awaitUp();
    }

    private LineConnection control() throws IOException {
        LineConnection control = new LineConnection(controlPort);
        assertThat(control.ask("{\"prove\":\"" + Daemon.SECRET + "\"}")).contains("\"ready\"");
        assertThat(control.ask("{\"do\":\"watch\",\"id\":1,\"events\":false}")).contains("\"done\"");
        return control;
    }

    private static void obeys(LineConnection control, String command) throws IOException {
        assertThat(control.ask(command)).contains("\"done\"");
    }

    @ParameterizedTest
    @CsvSource({"fails,Input/output error", "full,No space left on device"})
    void aDiskThatFailsUnderLoadEndsTheNodeWithOneLineAndNothingAcknowledgedIsLost(String state, String words)
            throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Integer>> acknowledged = new ArrayList<>();
        try (Daemon node = startNode();
                Daemon peer =
                        Daemon.start("--id", "B", "--peer-port", peerPort + "").awaitUp();
                LineConnection control = control()) {
            for (int client = 0; client < CLIENTS; client++) {
                acknowledged.add(clients.submit(writesOf(client)));
            }
            // Told of while the clients write: the answer itself may wait for the disk that fails.
            control.say("{\"do\":\"set-disk\",\"id\":2,\"delayMillis\":100,\"state\":\"" + state + "\"}");
            String lastWords = node.awaitLog(" A ends: ");
            assertThat(lastWords)
                    .contains(folder.resolve("store.mv") + " cannot be written: " + words)
                    .endsWith("it comes back with every acknowledged write");
            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(peer.end()).isZero();
        } finally {
            clients.shutdown();
        }
        try (Daemon back = startNode()) {
            try (LineConnection client = new LineConnection(clientPort)) {
                for (int writer = 0; writer < CLIENTS; writer++) {
                    for (int i = 0; i < acknowledged.get(writer).get(); i++) {
                        assertThat(client.get(writer + "k" + i)).isEqualTo("v" + i);
                    }
                }
            }
            assertThat(back.end()).isZero();
        }
    }

    /** Writes until the node is gone; gives how many writes were acknowledged. */
    private Callable<Integer> writesOf(int client) {
        return () -> {
            int acknowledged = 0;
            try (LineConnection line = new LineConnection(clientPort)) {
                while ("+OK".equals(line.ask(String.format(Locale.ROOT, "SET %dk%d v%2$d", client, acknowledged)))) {
                    acknowledged++;
                }
            } catch (IOException e) {
                // the node is gone, as it should
            }
            return acknowledged;
        };
    }

    @Test
    void clientsAreToldThatTheStoreIsOnDisk() throws Exception {
        try (Daemon node = startNode()) {
            try (LineConnection client = new LineConnection(clientPort)) {
                assertThat(client.ask("CONFIG GET append*")).isEqualTo("*4");
                assertThat(List.of(client.hear(), client.hear(), client.hear(), client.hear()))
                        .containsExactly("$11", "appendfsync", "$6", "always");
                assertThat(List.of(client.hear(), client.hear(), client.hear(), client.hear()))
                        .containsExactly("$10", "appendonly", "$3", "yes");
            }
            assertThat(node.end()).isZero();
        }
    }

    @Test
    void aSlowDiskDelaysTheReplyAndNoLongerOnceItIsWell() throws Exception {
        try (Daemon node = startNode();
                LineConnection control = control()) {
            try (LineConnection client = new LineConnection(clientPort)) {
                obeys(control, "{\"do\":\"set-disk\",\"id\":2,\"delayMillis\":60000,\"state\":\"works\"}");
                client.say("SET k v");
                control.say("{\"do\":\"set-disk\",\"id\":3,\"delayMillis\":0,\"state\":\"works\"}");
                assertThat(client.hear()).isEqualTo("+OK");
            }
            assertThat(node.end()).isZero();
        }
    }

    @Test
    void aClockThatIsSetAheadIsAheadAndAFrozenOneRefuses() throws Exception {
        try (Daemon node = startNode();
                LineConnection control = control()) {
            String page = "{\"do\":\"read\",\"id\":4,\"offset\":0,\"limit\":0}";
            obeys(control, "{\"do\":\"skew\",\"id\":2,\"skewMillis\":3600000}");
            long ahead = time(control.ask(page)) - System.currentTimeMillis();
            assertThat(ahead).isBetween(3_590_000L, 3_600_000L);
            obeys(control, "{\"do\":\"drift\",\"id\":3,\"partsPerMillion\":500000}");
            obeys(control, "{\"do\":\"freeze\",\"id\":5}");
            assertThat(control.ask("{\"do\":\"skew\",\"id\":6,\"skewMillis\":0}"))
                    .contains("\"failed\"", "the node is not live");
            assertThat(node.end()).isZero();
        }
    }

    private static long time(String page) {
        return Long.parseLong(page.replaceFirst(".*\"time\":(\\d+).*", "$1"));
    }

    @Test
    void aNodeWithoutADiskRefusesToSpoilIt() throws Exception {
        try (Daemon node = Daemon.start(
                                "--id", "A", "--client-port", clientPort + "", "--control-port", controlPort + "")
                        .awaitUp();
                LineConnection control = control()) {
            assertThat(control.ask("{\"do\":\"set-disk\",\"id\":2,\"delayMillis\":0,\"state\":\"full\"}"))
                    .contains("\"failed\"", "the node keeps its store in memory and has no disk");
            assertThat(node.end()).isZero();
        }
    }
}
