package sosad.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.model.Entry;
import sosad.model.NodeId;

/**
 * What a node with a disk store comes back with.
 *
 * @param storeId the store's id
 * @param sequence the store's count of writes
 * @param entries the entries held, in the order in which they arrived; the caller gives the list away
 * @param peers what was known of each peer
 */
public record Saved(long storeId, long sequence, List<Entry> entries, Map<NodeId, SavedPeer> peers) {
    public Saved {
        // Not copied: it may have a million entries, and is made once, for a replica that takes them over.
        entries = Collections.unmodifiableList(entries);
        peers = Collections.unmodifiableMap(new TreeMap<>(peers));
    }
}
