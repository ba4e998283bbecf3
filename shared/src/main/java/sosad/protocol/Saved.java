package sosad.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.model.Entry;
import sosad.model.NodeId;

/**
 * What a node with a disk store comes back with (section "Restart" of {@code docs/protocol.md}).
 *
 * @param storeId the number of its store, from 1
 * @param sequence that store's count of writes so far
 * @param entries what it holds, in the order in which it arrived; not copied, since there may be millions
 * @param peers what it knows of those peers that it has heard
 */
public record Saved(long storeId, long sequence, List<Entry> entries, Map<NodeId, SavedPeer> peers) {
    public Saved {
        entries = Collections.unmodifiableList(entries);
        peers = Collections.unmodifiableMap(new TreeMap<>(peers));
    }

    /** A store that begins empty. */
    public static Saved nothing(long storeId) {
        return new Saved(storeId, 0, List.of(), Map.of());
    }
}
