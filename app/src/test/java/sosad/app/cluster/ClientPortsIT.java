package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static sosad.app.client.RespClient.loopback;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.client.RespClient;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** Clients find the nodes and gateways of a lesson where they found them before. */
@Timeout(120)
class ClientPortsIT {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final NodeId G = new NodeId("G1");

    private final ProcessPool pool = ProcessPool.of(Program.find().forLessons());
    private final ClientPorts ports = new ClientPorts();
    private final Recorded listener = new Recorded();

    @AfterEach
    void close() {
        pool.close();
    }

    private StepCluster started() {
        StepCluster cluster = new ProcessCluster(
                List.of(A, B, C), Rules.DOCUMENT, StoreKind.MEMORY, List.of(G), pool, ports, listener);
        cluster.startAll();
        return cluster;
    }

    private static List<Integer> ports(StepCluster cluster) {
        return Stream.concat(
                        Stream.of(A, B, C).map(node -> cluster.tables(node).clientPort()),
                        Stream.of(cluster.gateway(G).clientPort()))
                .toList();
    }

    private static RespClient client(int port) throws IOException {
        RespClient client = new RespClient(loopback(port), Duration.ofSeconds(5));
        client.get("k");
        return client;
    }

    @Test
    void aNodeAndAGatewayThatAreKilledComeBackAtTheSamePortAlthoughClientsWereConnected() throws IOException {
        try (StepCluster cluster = started()) {
            List<Integer> before = ports(cluster);
            for (int turn = 0; turn < 3; turn++) {
                try (RespClient node = client(before.get(0));
                        RespClient gateway = client(before.get(3))) {
                    assertThat(node.localAddress()).isNotEqualTo(gateway.localAddress());
                    cluster.kill(A);
                    cluster.kill(G);
                    cluster.start(A, false);
                    cluster.start(G, false);
                }
                assertThat(ports(cluster)).isEqualTo(before);
            }
        }
        assertThat(listener.told).isEmpty();
    }

    /** Processes are left to the next cluster in another order, some of them still busy with their end. */
    @Test
    void theNextClusterOfALessonListensWhereTheLastDid() throws IOException {
        List<Integer> first;
        try (StepCluster cluster = started()) {
            first = ports(cluster);
        }
        for (NodeId killed : List.of(A, B, C, A, B)) {
            try (StepCluster cluster = started()) {
                assertThat(ports(cluster)).isEqualTo(first);
                try (RespClient client = client(first.get(1))) {
                    cluster.kill(killed);
                    cluster.start(killed, false);
                    assertThat(client.localAddress()).isNotEmpty(); // connected until its node goes
                }
                cluster.kill(killed);
            }
        }
        assertThat(listener.told).isEmpty();
    }

    @Test
    void aNodeAndAGatewayWhosePortsAreTakenMeanwhileTakeOthersAndKeepThemAndTheLogSaysSo() throws IOException {
        try (StepCluster cluster = started()) {
            List<Integer> before = ports(cluster);
            cluster.kill(A);
            cluster.kill(G);
            try (ServerSocket one = new ServerSocket(before.get(0), 1, InetAddress.getLoopbackAddress());
                    ServerSocket other = new ServerSocket(before.get(3), 1, InetAddress.getLoopbackAddress())) {
                assertThat(one.getLocalPort()).isNotEqualTo(other.getLocalPort());
                cluster.start(A, false);
                cluster.start(G, false);
            }
            int newA = cluster.tables(A).clientPort();
            int newG = cluster.gateway(G).clientPort();
            assertThat(newA).isNotEqualTo(before.get(0));
            assertThat(newG).isNotEqualTo(before.get(3));
            String words = "%s: port %d is taken by another program; clients connect at port %d now";
            assertThat(listener.lines)
                    .contains(format(words, "A", before.get(0), newA), format(words, "G1", before.get(3), newG));
            client(newA).close();
            cluster.kill(A);
            cluster.start(A, false);
            assertThat(cluster.tables(A).clientPort()).isEqualTo(newA);
        }
    }
}
