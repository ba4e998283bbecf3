package sosad.message;

import java.util.Objects;
import sosad.model.NodeId;
import sosad.protocol.Row;

/**
 * A node's row of one peer.
 *
 * @param peer the peer
 * @param row what the node knows of how far it has heard the peer
 * @param store the peer's store last seen; 0: none yet
 * @param owedPushes under how many keys the node's clients wrote since its last push to the peer
 */
public record RowOf(NodeId peer, Row row, long store, int owedPushes) {
    public RowOf {
        Objects.requireNonNull(peer);
        Objects.requireNonNull(row);
    }
}
