package sosad.node.host;

import java.util.SortedMap;
import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.Row;
import sosad.protocol.Rules;

/** The facts that a node reports to clients about itself. Read on the node's event loop thread. */
public interface NodeFacts {
    /** The node's name. */
    NodeId id();

    /** Returns where the node listens for its peers. */
    int peerPort();

    /** Returns what the node's clock shows, from which writes get their timestamps. */
    long time();

    /** The number of the store. */
    long storeId();

    /** The cluster's switches. */
    Rules rules();

    /** Returns what has gone between the node and its peers. */
    PeerTraffic traffic();

    /** Returns how the connections between the node and its peers are. */
    Links links();

    /** Returns how many keys written here the peer is not known to have, see {@link Replica#ownChangesLackedBy}. */
    int owedPushes(NodeId peer);

    /** Returns how many receipts a peer is owed. */
    int owedReceipts(NodeId peer);

    /** Returns what the node knows of how far it has heard each peer, in alphabetical order. */
    SortedMap<NodeId, Row> rows();
}
