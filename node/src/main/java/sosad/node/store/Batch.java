package sosad.node.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.SavedPeer;

/** Changes that are written together, and who waits for that. Filled by the event loop, then read by the writer. */
final class Batch {
    /** About what an entry takes here beside its key and value, in bytes. */
    private static final int ENTRY_BYTES = 200;

    private final Map<Key, Arrived> entries = new HashMap<>();
    private final Map<NodeId, SavedPeer> peers = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private OptionalLong sequence = OptionalLong.empty();
    private Optional<StoreIdentity> identity = Optional.empty();
    private long bytes;

    /** The entry; one of the same key that came before in this batch need not be written. */
    void put(Arrived arrived) {
        Entry entry = arrived.entry();
        entries.put(entry.key(), arrived);
        bytes += ENTRY_BYTES
                + entry.key().text().length()
                + entry.value().map(Value::length).orElse(0);
    }

    void put(NodeId peer, SavedPeer saved) {
        peers.put(peer, saved);
    }

    void sequence(long newSequence) {
        sequence = OptionalLong.of(newSequence);
    }

    void identity(StoreIdentity newIdentity) {
        identity = Optional.of(newIdentity);
    }

    /** Has {@code then} run after the batch is kept. */
    void await(Runnable then) {
        waiting.add(then);
    }

    Collection<Arrived> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    Map<NodeId, SavedPeer> peers() {
        return Collections.unmodifiableMap(peers);
    }

    /** The count of writes, if it has changed. */
    OptionalLong sequence() {
        return sequence;
    }

    /** Returns which store it is, if that has changed. */
    Optional<StoreIdentity> identity() {
        return identity;
    }

    List<Runnable> waiting() {
        return Collections.unmodifiableList(waiting);
    }

    /** About how many bytes of memory it takes. */
    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return entries.isEmpty() && peers.isEmpty() && sequence.isEmpty() && identity.isEmpty();
    }
}
