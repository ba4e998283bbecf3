package sosad.protocol;

import java.util.Objects;

/**
 * What a node with a disk store remembers of a peer over a restart.
 *
 * @param row how far it has heard the peer
 * @param storeId the peer's store last seen; 0: none yet
 */
public record SavedPeer(Row row, long storeId) {
    public SavedPeer {
        Objects.requireNonNull(row);
    }
}
