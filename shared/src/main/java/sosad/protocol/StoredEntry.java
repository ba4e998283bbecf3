package sosad.protocol;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;

/**
 * The entry a replica holds under one key, its place in the order of arrival, and who is known to hold it too. There
 * are millions of these, so the fields of the entry and its version lie here in one object.
 */
final class StoredEntry {
    /** The order within a message: oldest timestamp first, then in the order of arrival. */
    static final Comparator<StoredEntry> MESSAGE_ORDER =
            Comparator.<StoredEntry>comparingLong(held -> held.timestamp).thenComparingLong(held -> held.arrival);

    private final Key key;
    private Value value;
    private NodeId origin;
    private long timestamp;
    private long storeId;
    private long sequence;
    private long arrival;

    /** A bit for each peer that is known to hold this very version. */
    private long holders;

    /** The neighbours in the order of arrival. */
    StoredEntry older;

    StoredEntry newer;

    StoredEntry(Key key) {
        this.key = key;
    }

    /** Stands for the place before everything that has this timestamp. */
    static StoredEntry before(long timestamp) {
        StoredEntry place = new StoredEntry(null);
        place.timestamp = timestamp;
        place.arrival = -1;
        return place;
    }

    /** Stands for this place even when the entry has moved on. */
    StoredEntry place() {
        StoredEntry place = before(timestamp);
        place.arrival = arrival;
        return place;
    }

    /** Takes another version, which nobody else is known to hold. */
    void become(Entry entry, NodeId sharedOrigin, long newArrival) {
        value = entry.value().orElse(null);
        origin = sharedOrigin;
        timestamp = entry.version().timestamp();
        storeId = entry.version().storeId();
        sequence = entry.version().sequence();
        arrival = newArrival;
        holders = 0;
    }

    /** Stands for a place that was looked at before. */
    static StoredEntry at(ReplicaSnapshot.Place seen) {
        StoredEntry place = before(seen.timestamp());
        place.arrival = seen.arrival();
        return place;
    }

    ReplicaSnapshot.Place snapshotOfPlace() {
        return new ReplicaSnapshot.Place(timestamp, arrival);
    }

    ReplicaSnapshot.EntryState snapshot() {
        return new ReplicaSnapshot.EntryState(entry(), arrival, holders);
    }

    Key key() {
        return key;
    }

    Entry entry() {
        return new Entry(key, Optional.ofNullable(value), version());
    }

    Version version() {
        return new Version(timestamp, origin, storeId, sequence);
    }

    NodeId origin() {
        return origin;
    }

    /** Returns how many changes the store had taken before this one. */
    long arrival() {
        return arrival;
    }

    boolean isTombstone() {
        return value == null;
    }

    boolean isVersion(Version version) {
        return version.timestamp() == timestamp
                && version.sequence() == sequence
                && version.storeId() == storeId
                && version.origin().equals(origin);
    }

    /**
     * Returns whether this is held: the version, and the value, which differs only if the origin wrote two under one
     * version.
     */
    boolean is(Entry entry) {
        return isVersion(entry.version()) && Objects.equals(value, entry.value().orElse(null));
    }

    boolean isKnownAt(Peer peer) {
        return (holders & peer.bit) != 0;
    }

    void nowKnownAt(Peer peer) {
        nowKnownAt(peer.bit);
    }

    /** @param peers the bits of several peers */
    void nowKnownAt(long peers) {
        holders |= peers;
    }

    void noLongerKnownAt(Peer peer) {
        holders &= ~peer.bit;
    }
}
