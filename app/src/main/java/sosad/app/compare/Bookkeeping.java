package sosad.app.compare;

import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Rules.Content;

/**
 * The memory that a replica needs for its rule besides the entries, computed from what it keeps: objects of a 64-bit
 * JVM with compressed references (section "Memory" of {@code docs/compare.md}).
 */
final class Bookkeeping {
    /** An entry's node in the tree that orders entries by timestamp. */
    private static final long INDEX_BYTES = 40;

    /** An entry's bits for the peers that are known to hold it. */
    private static final long HOLDERS_BYTES = 8;

    /** The row of a peer: three timestamps and its store's id. */
    private static final long PEER_BYTES = 48;

    /** A key in a linked hash set. */
    private static final long OWED_PUSH_BYTES = 40;

    /** A key in a linked hash map, and a version. */
    private static final long OWED_RECEIPT_BYTES = 80;

    /** The same, with a bit for each peer and a key of its own. */
    private static final long EARLY_RECEIPT_BYTES = 168;

    private Bookkeeping() {}

    /** Returns the bytes that a replica needs now. Costs O(n). */
    static long bytes(Replica replica) {
        ReplicaSnapshot snapshot = replica.snapshot();
        boolean tracksPeers = snapshot.rules().content() == Content.PER_KEY;
        long bytes = snapshot.entries().size() * (tracksPeers ? HOLDERS_BYTES : INDEX_BYTES);
        for (ReplicaSnapshot.OfPeer peer : snapshot.peers()) {
            bytes += bytes(replica, peer.id());
        }
        return bytes + snapshot.earlyReceipts().size() * EARLY_RECEIPT_BYTES;
    }

    private static long bytes(Replica replica, NodeId peer) {
        return PEER_BYTES
                + replica.owedPushes(peer) * OWED_PUSH_BYTES
                + replica.owedReceipts(peer) * OWED_RECEIPT_BYTES;
    }
}
