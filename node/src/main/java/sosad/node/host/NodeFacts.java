package sosad.node.host;

import java.util.SortedMap;
import java.util.TreeMap;
import sosad.engine.NodeClock;
import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Rules;

/**
 * The facts that a node reports to clients about itself. Read on the node's event loop thread.
 *
 * @param replica is only read
 * @param clock gives the node's writes their timestamps
 * @param traffic what has gone between it and its peers
 * @param links how the connections between it and its peers are
 * @param peerPort where the node listens for its peers
 */
public record NodeFacts(Replica replica, NodeClock clock, PeerTraffic traffic, Links links, int peerPort) {
    /** The node's name. */
    public NodeId id() {
        return replica.id();
    }

    /** Returns what the node's clock shows, from which writes get their timestamps. */
    public long time() {
        return clock.now();
    }

    /** The number of the store. */
    public long storeId() {
        return replica.storeId();
    }

    /** The cluster's switches. */
    public Rules rules() {
        return replica.rules();
    }

    /** Returns how many keys written here the peer is not known to have, see {@link Replica#ownChangesLackedBy}. */
    public int owedPushes(NodeId peer) {
        return replica.ownChangesLackedBy(peer);
    }

    /** Returns how many receipts a peer is owed. */
    public int owedReceipts(NodeId peer) {
        return replica.owedReceipts(peer);
    }

    /** Returns what the node knows of how far it has heard each peer, in alphabetical order. */
    public SortedMap<NodeId, Row> rows() {
        SortedMap<NodeId, Row> rows = new TreeMap<>();
        replica.peers().forEach(peer -> rows.put(peer, replica.row(peer)));
        return rows;
    }
}
