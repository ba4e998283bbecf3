package sosad.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.StoreCheck.Stage;

/**
 * The state with which a node with a disk store comes back (section "Restart" of {@code docs/protocol.md}).
 *
 * @param storeId the number of its store, from 1
 * @param sequence that store's count of writes so far
 * @param entries what it holds, in the order in which it arrived; not copied, since there may be millions
 * @param peers what it knows of those peers that it has heard
 * @param starts under which starts of the node the store has changed, with its number at the beginning of each, the
 *     present start last; empty: it says nothing of that
 */
public record Saved(
        long storeId, long sequence, List<Entry> entries, Map<NodeId, SavedPeer> peers, List<Stage> starts) {
    /** Older ones are dropped. A peer that has heard nothing since is taken to have heard of another copy. */
    private static final int MAX_STARTS = 1_000;

    public Saved {
        entries = Collections.unmodifiableList(entries);
        peers = Collections.unmodifiableMap(new TreeMap<>(peers));
        starts = List.copyOf(starts);
    }

    /** The state of a store that says nothing of its past. */
    public Saved(long storeId, long sequence, List<Entry> entries, Map<NodeId, SavedPeer> peers) {
        this(storeId, sequence, entries, peers, List.of());
    }

    /** The same under one more start of the node, with the store's number at its beginning. */
    public Saved startedAs(Stage start) {
        List<Stage> longer = new ArrayList<>(starts.subList(Math.max(0, starts.size() - MAX_STARTS), starts.size()));
        longer.add(start);
        return new Saved(storeId, sequence, entries, peers, longer);
    }

    /** A store that begins empty. */
    public static Saved nothing(long storeId) {
        return new Saved(storeId, 0, List.of(), Map.of());
    }
}
