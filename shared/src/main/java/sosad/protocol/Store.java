package sosad.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.model.Entry;
import sosad.model.Key;

/** The entries a replica holds, each with its place in the order of changes; optionally indexed by that order. */
final class Store {
    /** Where an entry stands in a message: oldest timestamp first, then in the order of arrival at this store. */
    record Place(long timestamp, long arrival) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = Long.compare(timestamp, other.timestamp);
            return order == 0 ? Long.compare(arrival, other.arrival) : order;
        }
    }

    /** An entry and its place. */
    record Held(Entry entry, Place place) {}

    private final Map<Key, Held> byKey = new HashMap<>();
    private final List<Key> keys = new ArrayList<>(); // in the order in which they first came
    private final TreeMap<Place, Entry> byPlace = new TreeMap<>();
    private final boolean indexed;
    private long arrivals;
    private int tombstones;

    /** @param indexed whether {@link #since} will be asked for; the index costs memory */
    Store(boolean indexed) {
        this.indexed = indexed;
    }

    /** The entry held under {@code key}, or null. */
    Held get(Key key) {
        return byKey.get(key);
    }

    /** Takes the entry if it is newer than what is held under its key; says whether it did. */
    boolean offer(Entry entry) {
        Held old = byKey.get(entry.key());
        if (old != null && entry.version().compareTo(old.entry.version()) <= 0) {
            return false;
        }
        Held held = new Held(entry, new Place(entry.timestamp(), arrivals++));
        byKey.put(entry.key(), held);
        if (old == null) {
            keys.add(entry.key());
        }
        tombstones += (entry.isTombstone() ? 1 : 0) - (old != null && old.entry.isTombstone() ? 1 : 0);
        if (indexed) {
            if (old != null) {
                byPlace.remove(old.place);
            }
            byPlace.put(held.place, entry);
        }
        return true;
    }

    /** The entries with at least this timestamp, in message order; finding the first costs O(log n). */
    Collection<Entry> since(long timestamp) {
        return Collections.unmodifiableCollection(
                byPlace.tailMap(new Place(timestamp, 0), true).values());
    }

    /** All entries, in no order. */
    Collection<Held> values() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    /** The entry whose key was the {@code nth} to come, from 0. No key is ever dropped, so none changes its number. */
    Entry nth(int nth) {
        return byKey.get(keys.get(nth)).entry;
    }

    /** How many entries are held, tombstones included. */
    int size() {
        return byKey.size();
    }

    int tombstones() {
        return tombstones;
    }
}
