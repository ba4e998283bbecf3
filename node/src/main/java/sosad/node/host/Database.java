package sosad.node.host;

import java.util.Optional;
import java.util.function.Consumer;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Value;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Written;

/**
 * The entries of this node as its clients see them. Called on one thread alone, the event loop that owns the replica;
 * no call blocks.
 */
public interface Database extends Durability {
    /**
     * A client writes {@code value} under {@code key}.
     *
     * @param client who writes, as {@code host:port}
     */
    Written put(Key key, Value value, String client);

    /**
     * A client deletes {@code key}; a tombstone is written whether or not a value is held here.
     *
     * @param client who deletes, as {@code host:port}
     */
    Written delete(Key key, String client);

    /** The entry held under {@code key}, which may be a tombstone. */
    Optional<Entry> entry(Key key);

    /** Returns how far a read goes that does not say so itself. */
    ReadMode readMode();

    /**
     * A client reads {@code key}, perhaps from other nodes too.
     *
     * @param client who reads, as {@code host:port}
     * @param then gets the outcome, at once or later, exactly once unless the node ends before
     */
    void read(Key key, ReadMode mode, String client, Consumer<Reads.Outcome> then);

    /** Shows every entry held to {@code consumer}, tombstones included, in no order. Costs O(n). */
    void forEachEntry(Consumer<Entry> consumer);

    /**
     * The entry whose key was the {@code nth} to come here, from 0 to {@link #size} - 1, which may be a tombstone. A
     * key keeps its number whatever is written under it, and new keys come at the end. Costs O(1).
     */
    Entry nth(int nth);

    /** Returns how many entries are held, tombstones included. */
    int size();

    /** Returns how many of the entries held are tombstones. */
    int tombstones();
}
