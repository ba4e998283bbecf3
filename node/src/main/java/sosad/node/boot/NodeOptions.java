package sosad.node.boot;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** What a node is started with; see {@link NodeCommand} for what each means. */
record NodeOptions(
        NodeId id,
        Map<NodeId, InetSocketAddress> peers,
        int clientPort,
        int peerPort,
        Rules rules,
        long storeId,
        long firstMessage,
        boolean rejoin,
        Optional<InetSocketAddress> control,
        boolean parent,
        Limits limits,
        String secret) {
    NodeOptions {
        peers = Map.copyOf(peers);
    }

    /** The store id of a stand-alone node: its machine's real clock in microseconds. */
    static long microsecondsNow() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "node %s with peers %s".formatted(id, peers.keySet());
    }
}
