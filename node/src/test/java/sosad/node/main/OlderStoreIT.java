package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.node.TestPort;

/** Nodes that come back with less than they have told, or with a smaller store id than before. */
@Timeout(120)
class OlderStoreIT {
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final int clientA = TestPort.next();
    private final int clientB = TestPort.next();
    private final int peerA = TestPort.next();
    private final int peerB = TestPort.next();

    @TempDir
    private Path folder;

    private String[] a(String... more) {
        return options("A", clientA, peerA, "B=127.0.0.1:" + peerB, more);
    }

    private String[] b() {
        return options("B", clientB, peerB, "A=127.0.0.1:" + peerA);
    }

    private static String[] options(String id, int client, int peer, String other, String... more) {
        List<String> options = new ArrayList<>(List.of("--id", id, "--client-port", client + "", "--peer-port"));
        options.addAll(List.of(peer + "", "--peer", other, "--sync-interval", "200"));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    private String[] onDisk() {
        return a("--store", "disk", "--data", folder.resolve("a").toString());
    }

    @Test
    void aFolderPutBackFromACopyIsBroughtUpToDateDeletesAndOverwritesIncluded() throws Exception {
        try (Daemon b = Daemon.start(b())) {
            try (Daemon first = Daemon.start(onDisk()).awaitUp()) {
                ask(clientA, "SET price 1");
                ask(clientA, "SET gone x");
                b.awaitUp();
                await(clientB, "gone", "x");
                assertThat(first.end()).isZero();
            }
            copy(folder.resolve("a"), folder.resolve("copy"));
            try (Daemon second = Daemon.start(onDisk()).awaitUp()) {
                ask(clientA, "SET price 2");
                ask(clientA, "DEL gone");
                ask(clientA, "SET order 77");
                await(clientB, "order", "77");
                assertThat(second.end()).isZero();
            }
            copy(folder.resolve("copy"), folder.resolve("a"));
            try (Daemon back = Daemon.start(onDisk())) {
                back.awaitUpAnd("A begins store id ");
                await(clientA, "order", "77");
                await(clientA, "price", "2");
                await(clientA, "gone", null);
                assertThat(back.end()).isZero();
            }
            assertThat(b.end()).isZero();
        }
    }

    @Test
    void aClockThatHasGoneBackDoesNotKeepANodeEmpty() throws Exception {
        try (Daemon b = Daemon.start(b()).awaitUp()) {
            try (Daemon first =
                    Daemon.start(a("--store-id", Long.toString(1L << 52))).awaitUp()) {
                ask(clientA, "SET early bird");
                await(clientB, "early", "bird");
                assertThat(first.end()).isZero();
            }
            try (Daemon back = Daemon.start(a())) {
                assertThat(b.awaitLog("A sends as store id ")).contains("its clock has gone back");
                assertThat(back.awaitUpAnd("A begins store id ")).contains("A begins store id 4503599627370497");
                await(clientA, "early", "bird");
                assertThat(back.end()).isZero();
            }
            assertThat(b.end()).isZero();
        }
    }

    @Test
    void twoProcessesUnderOneNameAreNamed() throws Exception {
        int metrics = TestPort.next();
        String[] other = options("B", TestPort.next(), TestPort.next(), "A=127.0.0.1:" + peerA);
        try (Daemon a = Daemon.start(a("--metrics-port", metrics + "")).awaitUp();
                Daemon b = Daemon.start(b()).awaitUp();
                Daemon twin = Daemon.start(other).awaitUp()) {
            a.awaitLog("two processes run as node B");
            assertThat(DaemonIT.page(metrics)).containsEntry("sosad_peer_doubled{peer=\"B\"}", 1.0);
            assertThat(twin.end()).isZero();
            assertThat(b.end()).isZero();
            assertThat(a.end()).isZero();
        }
    }

    private static void ask(int port, String line) throws IOException {
        try (LineConnection client = new LineConnection(port)) {
            assertThat(client.ask(line)).doesNotStartWith("-");
        }
    }

    /** Asks again and again; the test's time limit ends it. */
    private static void await(int port, String key, String value) throws IOException {
        try (LineConnection client = new LineConnection(port)) {
            while (!java.util.Objects.equals(value, client.get(key))) {
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }
    }

    /** In the place of what is there. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }
}
