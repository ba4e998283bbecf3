package sosad.message;

import java.util.Objects;
import sosad.model.NodeId;
import sosad.protocol.Row;

/**
 * A node's row of one peer.
 *
 * @param peer the peer
 * @param row what the node knows of how far it has heard the peer
 */
public record RowOf(NodeId peer, Row row) {
    public RowOf {
        Objects.requireNonNull(peer);
        Objects.requireNonNull(row);
    }
}
