package sosad.node.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Very many clients, and very many requests: the port bears them, and goes on serving others. */
@Timeout(120)
class CrowdTest {
    private static final int IDLE = 10_000;

    /** Beside the connections: classes, logs, the selector, the other tests' sockets. */
    private static final int OTHER_FILES = 500;

    private static final int TINY_COMMANDS = 1_000_000;
    private static final int ROUND_TRIPS = 200;

    private final OpenPort port = new OpenPort(ClientSettings.DEFAULT);

    @AfterEach
    void stop() {
        port.close();
    }

    @Test
    void tenThousandIdleConnectionsDoNotKeepOthersFromBeingServed() throws IOException, InterruptedException {
        long openFiles = mostOpenFiles();
        assumeTrue(
                openFiles >= IDLE + OTHER_FILES,
                String.format(
                        Locale.ROOT, "skipped, because a process may have only %d files open (ulimit -n)", openFiles));
        Process crowd = startCrowd();
        try (BufferedReader said = crowd.inputReader();
                RawClient other = new RawClient(port.address())) {
            assertThat(said.readLine()).isEqualTo("connected");
            port.awaitConnections(IDLE + 1);
            assertThat(other.ask("SET waffle yoda")).isEqualTo("+OK");
            assertThat(other.bulk("GET waffle")).isEqualTo("yoda");
            assertThat(other.bulk("CLIENT LIST").lines()).hasSize(IDLE + 1);
            crowd.outputWriter().append('\n').flush();
            assertThat(said.readLine()).isEqualTo(Integer.toString(IDLE));
        } finally {
            crowd.destroy();
            crowd.waitFor(10, TimeUnit.SECONDS);
        }
        port.awaitConnections(0);
    }

    private static long mostOpenFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private Process startCrowd() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                IdleClientsMain.class.getName(),
                Integer.toString(port.number()),
                Integer.toString(IDLE));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aMillionTinyCommandsWithoutReadingAreHeldBackUntilTheirRepliesAreRead() throws IOException {
        ByteBuffer requests = ByteBuffer.wrap("PING\r\n".repeat(TINY_COMMANDS).getBytes(US_ASCII));
        long expected = TINY_COMMANDS * (long) "+PONG\r\n".length();
        try (SocketChannel greedy = SocketChannel.open();
                RawClient other = new RawClient(port.address())) {
            greedy.setOption(StandardSocketOptions.SO_SNDBUF, 65_536);
            greedy.setOption(StandardSocketOptions.SO_RCVBUF, 65_536);
            greedy.connect(port.address());
            greedy.configureBlocking(false);
            for (int stuck = 0; stuck < ROUND_TRIPS && requests.hasRemaining(); stuck++) {
                stuck = greedy.write(requests) > 0 ? 0 : stuck;
                assertThat(other.ask("PING")).isEqualTo("+PONG"); // and time for the server to read what it will
            }
            assertThat(requests.hasRemaining()).as("the server stops reading").isTrue();

            ByteBuffer replies = ByteBuffer.allocate(65_536);
            for (long read = 0; read < expected; read += replies.position()) {
                greedy.write(requests);
                replies.clear();
                assertThat(greedy.read(replies)).as("end of stream").isNotNegative();
            }
            assertThat(other.ask("PING")).isEqualTo("+PONG");
        }
    }
}
