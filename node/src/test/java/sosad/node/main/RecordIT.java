package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.record.RecordReader;
import sosad.record.RecordReplay;
import sosad.wire.MalformedException;

/** Records of the packaged program, one node of which is killed and comes back from its disk. */
@Timeout(90)
class RecordIT {
    private static final int WRITES = 500;

    @TempDir
    private Path folder;

    private final int[] ports = new int[4];

    private String[] options(String id, String peer, int own, int other, String... store) {
        List<String> common = List.of(
                "--id",
                id,
                "--client-port",
                Integer.toString(ports[own]),
                "--peer-port",
                Integer.toString(ports[own + 1]),
                "--peer",
                peer + "=127.0.0.1:" + ports[other + 1],
                "--sync-interval",
                "100",
                "--record",
                folder.resolve("records").toString());
        return Stream.concat(common.stream(), Stream.of(store)).toArray(String[]::new);
    }

    private String[] onDisk() {
        return options(
                "A",
                "B",
                0,
                2,
                "--store",
                "disk",
                "--data",
                folder.resolve("data").toString());
    }

    private void findPorts() throws IOException {
        for (int i = 0; i < ports.length; i++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports[i] = free.getLocalPort();
            }
        }
    }

    /** Writes as fast as the node answers. */
    private static void write(int port, String prefix) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < WRITES; i++) {
                String write = "SET %s%s v%s\r\n".formatted(prefix, i % 50, i);
                socket.getOutputStream().write(write.getBytes(StandardCharsets.UTF_8));
                assertThat(replies.readLine()).isIn("+OK", "$-1");
            }
        }
    }

    @Test
    void recordsOfNodesThatAreKilledAndComeBackLeadTheCoreToTheSameStates()
            throws IOException, InterruptedException, MalformedException {
        findPorts();
        try (Daemon b = Daemon.start(options("B", "A", 2, 0)).awaitUp()) {
            Daemon killed = Daemon.start(onDisk()).awaitUp();
            write(ports[0], "k");
            write(ports[2], "k");
            killed.close(); // which kills it
            try (Daemon a = Daemon.start(onDisk()).awaitUp()) {
                write(ports[0], "k");
                assertThat(a.end()).isZero();
            }
            assertThat(b.end()).isZero();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("records"))) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(3);
        long inputs = 0;
        for (Path file : files) {
            RecordReplay replay = new RecordReplay(begun -> {}, input -> {});
            try (RecordReader reader = new RecordReader(Files.newInputStream(file))) {
                assertThat(replay.replay(reader)).as("%s", file).isEmpty();
            }
            inputs += replay.taken();
        }
        assertThat(inputs).isGreaterThan(2 * WRITES);
    }
}
