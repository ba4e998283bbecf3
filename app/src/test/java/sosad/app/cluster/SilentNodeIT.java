package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.PeerMessage;
import sosad.message.StoreKind;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Kind;
import sosad.protocol.Rules;
import sosad.protocol.Update;

/** Nodes that fall silent: the app says which, and what it has waited for. */
@Timeout(120)
class SilentNodeIT {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");
    private static final Value V = Value.of("v");

    /** Those that were not frozen serve the next test. */
    private static final ProcessPool POOL = ProcessPool.of(Program.find().forLessons());

    @AfterAll
    static void closeAll() {
        POOL.close();
    }

    private final ProcessCluster cluster = new ProcessCluster(
            List.of(A, B),
            Rules.DOCUMENT,
            StoreKind.MEMORY,
            List.of(),
            POOL,
            new Recorded(),
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1)));

    @BeforeEach
    void start() {
        cluster.startAll();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    /** Freezes a node's process behind the cluster's back. */
    private void silence(NodeId node) throws Exception {
        Signals.stop(cluster.tables(node).pid());
    }

    @Test
    void aDeliveryThatIsNotReportedNamesTheReceiverAndTheMessage() throws Exception {
        cluster.put(A, K, V);
        PeerMessage sent = cluster.push(A, Optional.empty()).get(0);
        silence(B);
        assertThatThrownBy(() -> cluster.deliver(sent))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith(
                        "node B has not reported message %d as received for 1 s; its last line: ", sent.id());
    }

    @Test
    void aCommandThatIsNotAnsweredNamesTheNode() throws Exception {
        silence(A);
        assertThatThrownBy(() -> cluster.push(A, Optional.empty()))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith("node A has not answered for 1 s; its last line: ");
    }

    @Test
    void aWriteThatIsNotAnsweredNamesTheNode() throws Exception {
        silence(A);
        assertThatThrownBy(() -> cluster.put(A, K, V))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith("node A has not answered a client: ");
    }

    @Test
    void aMessageThatNeverReachesTheNetworkIsNamedWithItsSenderAndDestination() {
        PeerMessage never =
                new PeerMessage(4711, new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(), List.of()));
        assertThatThrownBy(() -> cluster.deliver(never))
                .isInstanceOf(NodeException.class)
                .hasMessage("node A says it has sent message 4711 to B, but the network has not seen it for 1 s");
    }
}
