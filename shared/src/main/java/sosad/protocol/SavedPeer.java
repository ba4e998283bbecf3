package sosad.protocol;

import java.util.List;
import java.util.Objects;
import sosad.protocol.StoreCheck.Stage;

/**
 * The memory of a peer that a disk store keeps over a restart.
 *
 * @param row how far it has heard the peer
 * @param storeId the peer's store last seen; 0: none yet
 * @param heard the last stage of that store that each start of the peer has told
 */
public record SavedPeer(Row row, long storeId, List<Stage> heard) {
    public SavedPeer {
        Objects.requireNonNull(row);
        heard = List.copyOf(heard);
    }

    /** The memory of a peer that has not said how far its store has come. */
    public SavedPeer(Row row, long storeId) {
        this(row, storeId, List.of());
    }
}
