package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;
import sosad.message.Ports;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.node.client.ClientSettings;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;

/** A node that cannot start says why in one line and gives exit code 2. */
@Timeout(60)
class NodeProcessTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(NodeProcess.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.setAdditive(true);
        logger.detachAppender(log);
    }

    private void assertRefused(Ports ports, Optional<Disk> disk, String words) {
        Launch launch = new Launch(
                new NodeId("A"),
                Map.of(),
                ports,
                Rules.DOCUMENT,
                Limits.DEFAULT,
                1,
                1,
                false,
                Optional.empty(),
                false,
                "a secret",
                ReadMode.LOCAL,
                Optional.empty(),
                disk,
                Optional.empty());
        assertThat(new NodeProcess(launch, ClientSettings.DEFAULT).run()).isEqualTo(2);
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(words)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "peer", "control", "metrics"})
    void anAddressInUseIsNamed(String name) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Ports ports = new Ports(
                    Ports.LOOPBACK,
                    name.equals("client") ? port : 0,
                    name.equals("peer") ? port : 0,
                    Optional.of(port).filter(there -> name.equals("control")),
                    Optional.of(port).filter(there -> name.equals("metrics")));
            assertRefused(
                    ports,
                    Optional.empty(),
                    String.format(Locale.ROOT, "the %s port 127.0.0.1:%d cannot be used: ", name, port));
        }
    }

    @Test
    void aFolderThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Disk disk = new Disk(file.toString(), Fsync.NEVER, false);
        assertRefused(Ports.ANY, Optional.of(disk), file + " is not a folder");
    }
}
