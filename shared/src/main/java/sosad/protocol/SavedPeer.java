package sosad.protocol;

import java.util.Objects;

/**
 * What a node with a disk store comes back with of one peer.
 *
 * @param row the peer's row, its mark included
 * @param storeId the peer's store id last seen
 */
public record SavedPeer(Row row, long storeId) {
    public SavedPeer {
        Objects.requireNonNull(row);
    }
}
