package sosad.node.host;

import java.util.SortedMap;
import java.util.TreeMap;
import sosad.engine.NodeClock;
import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Rules;

/**
 * The facts of the node that owns {@code replica}.
 *
 * @param replica is only read
 * @param clock gives the node's writes their timestamps
 * @param traffic what has gone between it and its peers
 * @param links how the connections between it and its peers are
 * @param peerPort where the node listens for its peers
 */
public record ReplicaFacts(Replica replica, NodeClock clock, PeerTraffic traffic, Links links, int peerPort)
        implements NodeFacts {
    @Override
    public NodeId id() {
        return replica.id();
    }

    @Override
    public long time() {
        return clock.now();
    }

    @Override
    public long storeId() {
        return replica.storeId();
    }

    @Override
    public Rules rules() {
        return replica.rules();
    }

    @Override
    public int owedPushes(NodeId peer) {
        return replica.ownChangesLackedBy(peer);
    }

    @Override
    public int owedReceipts(NodeId peer) {
        return replica.owedReceipts(peer);
    }

    @Override
    public SortedMap<NodeId, Row> rows() {
        SortedMap<NodeId, Row> rows = new TreeMap<>();
        replica.peers().forEach(peer -> rows.put(peer, replica.row(peer)));
        return rows;
    }
}
