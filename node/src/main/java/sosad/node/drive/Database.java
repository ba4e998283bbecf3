package sosad.node.drive;

import java.util.Optional;
import java.util.function.Consumer;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Value;
import sosad.protocol.Written;

/** What the client port needs of the replica. */
public interface Database {
    /** A client, named by its {@code host:port}, writes a value. */
    Written put(Key key, Value value, String client);

    /** A client, named by its {@code host:port}, deletes a key. */
    Written delete(Key key, String client);

    /** The entry held under {@code key}, which may be a tombstone. */
    Optional<Entry> entry(Key key);

    /** Shows every entry, tombstones included, to {@code consumer}, in no order. */
    void forEachEntry(Consumer<Entry> consumer);

    /** How many entries are held, tombstones included. */
    int size();

    /** How many of the entries held are tombstones. */
    int tombstones();
}
