package sosad.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A key with its latest value and the version it has. A delete is an entry without a value, a tombstone.
 *
 * @param key the key
 * @param value the value, empty in a tombstone
 * @param version which write this is
 */
public record Entry(Key key, Optional<Value> value, Version version) {
    /** The order of entries in the document's tables: by timestamp, then by key. */
    public static final Comparator<Entry> TABLE_ORDER =
            Comparator.comparingLong(Entry::timestamp).thenComparing(Entry::key);

    public Entry {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
        Objects.requireNonNull(version);
    }

    public long timestamp() {
        return version.timestamp();
    }

    public boolean isTombstone() {
        return value.isEmpty();
    }

    /** The same entry with another timestamp. */
    public Entry stamped(long timestamp) {
        return timestamp == timestamp() ? this : new Entry(key, value, version.stamped(timestamp));
    }
}
