package sosad.app.lab;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Replica;

/** The cluster at the end of the fair continuation: what it does not hold then, the rules do not bring it. */
public final class FairEnd {
    private final Map<NodeId, Replica> live = new TreeMap<>();

    /** @param live the nodes that are not dead */
    public FairEnd(Collection<Replica> live) {
        live.forEach(replica -> this.live.put(replica.id(), replica));
    }

    /** The entry that a node holds, which may be a tombstone; a dead one holds nothing. */
    public Optional<Entry> entry(NodeId node, Key key) {
        return Optional.ofNullable(live.get(node)).flatMap(replica -> replica.entry(key));
    }

    /** The newest entry of a key on any node that is not dead. */
    public Optional<Entry> newest(Key key) {
        return live.values().stream()
                .flatMap(replica -> replica.entry(key).stream())
                .max((one, other) -> one.version().compareTo(other.version()));
    }

    /** Returns whether a node holds the newest entry of a key, if there is any. */
    public boolean heals(NodeId node, Key key) {
        Optional<Entry> newest = newest(key);
        return newest.isEmpty() || entry(node, key).equals(newest);
    }

    /** The keys of which some live node does not hold the newest entry. */
    public SortedSet<Key> unhealed() {
        SortedSet<Key> keys = new TreeSet<>();
        live.values().forEach(replica -> replica.forEach(entry -> keys.add(entry.key())));
        keys.removeIf(key -> live.keySet().stream().allMatch(node -> heals(node, key)));
        return keys;
    }
}
