package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

class ClientPortsTest {
    private static final NodeId A = new NodeId("A");

    private final ClientPorts ports = new ClientPorts();

    @Test
    void aPortIsChosenOnceBelowThoseThatSystemsGiveAwayAndForNobodyElse() {
        List<Integer> wanted = IntStream.range(0, 26)
                .map(i -> ports.wanted(new NodeId(Character.toString('A' + i))))
                .boxed()
                .toList();
        assertThat(wanted).doesNotHaveDuplicates().allMatch(port -> port >= ClientPorts.MIN && port <= ClientPorts.MAX);
        assertThat(ports.wanted(A)).isEqualTo(wanted.get(0));
    }

    @Test
    void aProcessThatIsElsewhereIsAskedForThatPortFromThenOn() {
        int wanted = ports.wanted(A);
        assertThat(ports.listens(A, wanted)).isEmpty();
        assertThat(ports.listens(A, 40_001))
                .contains(format("port %d is taken by another program; clients connect at port 40001 now", wanted));
        assertThat(ports.wanted(A)).isEqualTo(40_001);
    }

    @Test
    void aPortThatIsTakenIsNotChosen() throws IOException {
        int taken = new ClientPorts(new SplittableRandom(0)).wanted(A);
        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new ClientPorts(new SplittableRandom(0)).wanted(A)).isNotEqualTo(other.getLocalPort());
        }
    }
}
