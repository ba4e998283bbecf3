package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.node.TestPort;

/** A node that may have few files open: what it says of that, and how often. */
@Timeout(60)
class FilesLimitIT {
    private static final int LIMIT = 70;

    @Test
    void clientsAreTurnedAwayInTimeAndStrangersWhoTakeTheRestAreOneLine() throws Exception {
        int clients = TestPort.next();
        int peers = TestPort.next();
        List<Socket> crowd = new ArrayList<>();
        try (Daemon node = Daemon.startAfter(
                "ulimit -n " + LIMIT, "--id", "A", "--client-port", clients + "", "--peer-port", peers + "")) {
            assertThat(node.awaitLog(""))
                    .contains("WARN A may have 70 files open (ulimit -n): no more than 22 clients may connect at once,"
                            + " for 10240 it needs 10288");
            node.awaitUp();
            for (int i = 0; i < 22; i++) {
                crowd.add(new Socket(InetAddress.getLoopbackAddress(), clients));
            }
            try (LineConnection tooMany = new LineConnection(clients)) {
                assertThat(tooMany.hear()).isEqualTo("-ERR max number of clients reached");
            }
            for (int i = 0; i < LIMIT; i++) {
                crowd.add(new Socket(InetAddress.getLoopbackAddress(), peers));
            }
            assertThat(node.awaitLog(""))
                    .contains(
                            "WARN the peer port accepts no more connections: Too many open files; this process may have"
                                    + " 70 files open, and each connection is one: raise the limit (ulimit -n)");
            for (Socket one : crowd) {
                one.close();
            }
            node.terminate();
            assertThat(node.awaitLog("")).contains("INFO A ends: stopped by a signal");
            assertThat(node.awaitExit()).isZero();
        }
    }

    @Test
    void aNodeThatCouldNotEvenReadItsOwnClassesSaysSoInOneLine() throws Exception {
        try (Daemon node = Daemon.startAfter("ulimit -n 30", "--id", "A")) {
            assertThat(node.awaitLog(""))
                    .isEqualTo("sosad-node: this process may have 30 files open (ulimit -n) and needs 48, one more for"
                            + " each connection");
            assertThat(node.awaitExit()).isEqualTo(2);
        }
    }
}
