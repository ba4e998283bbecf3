package sosad.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * The entries a replica holds: by key, in the order of their arrival, and optionally by timestamp. An entry that is
 * replaced moves to the end of the order of arrival.
 */
final class Store {
    private final Map<Key, StoredEntry> byKey = new HashMap<>();
    private final TreeSet<StoredEntry> byTimestamp = new TreeSet<>(StoredEntry.MESSAGE_ORDER);

    /** The entries, in the order in which their keys first came. */
    private final List<StoredEntry> byAge = new ArrayList<>();

    private final boolean indexed;

    /** One object for each origin instead of one for each entry that came over the wire. */
    private final Map<NodeId, NodeId> origins = new HashMap<>();

    private final List<Cursor> cursors = new ArrayList<>();
    private StoredEntry oldest;
    private StoredEntry newest;
    private long arrivals;
    private int tombstones;

    /** @param indexed whether {@link #since} will be asked for; the index costs memory */
    Store(boolean indexed) {
        this.indexed = indexed;
    }

    /** A cursor before the oldest entry. */
    Cursor newCursor() {
        Cursor cursor = new Cursor();
        cursor.moveTo(oldest);
        cursors.add(cursor);
        return cursor;
    }

    /**
     * Takes what another store held, into an empty one.
     *
     * @return what is held, by arrival
     */
    Map<Long, StoredEntry> restore(ReplicaSnapshot snapshot) {
        Map<Long, StoredEntry> byArrival = new HashMap<>();
        for (ReplicaSnapshot.EntryState stored : snapshot.entries()) {
            StoredEntry held = new StoredEntry(stored.entry().key());
            NodeId origin = stored.entry().version().origin();
            held.become(stored.entry(), origins.computeIfAbsent(origin, same -> same), stored.arrival());
            held.nowKnownAt(stored.holders());
            byKey.put(held.key(), held);
            byArrival.put(stored.arrival(), held);
            append(held);
        }
        snapshot.keys().forEach(key -> byAge.add(byKey.get(key)));
        arrivals = snapshot.arrivals();
        return byArrival;
    }

    /** Returns what is held, in the order of arrival. */
    List<ReplicaSnapshot.EntryState> snapshot() {
        List<ReplicaSnapshot.EntryState> entries = new ArrayList<>(size());
        for (StoredEntry held = oldest; held != null; held = held.newer) {
            entries.add(held.snapshot());
        }
        return entries;
    }

    /** The keys held, in the order in which each first came. */
    List<Key> keys() {
        return byAge.stream().map(StoredEntry::key).toList();
    }

    /** Returns what is held under {@code key}, or null. */
    StoredEntry get(Key key) {
        return byKey.get(key);
    }

    /** Takes the entry if it is newer than what is held under its key; gives what is then held, or null if not. */
    StoredEntry offer(Entry entry) {
        StoredEntry held = byKey.get(entry.key());
        if (held == null) {
            held = new StoredEntry(entry.key());
            byKey.put(entry.key(), held);
            byAge.add(held);
        } else if (entry.version().compareTo(held.version()) <= 0) {
            return null;
        } else {
            unlink(held);
        }
        NodeId origin = entry.version().origin();
        held.become(entry, origins.computeIfAbsent(origin, same -> same), arrivals++);
        append(held);
        return held;
    }

    /** Treats an entry as newly arrived: nobody is known to hold it. */
    void renew(StoredEntry held) {
        unlink(held);
        held.become(held.entry(), held.origin(), arrivals++);
        append(held);
    }

    private void unlink(StoredEntry held) {
        tombstones -= held.isTombstone() ? 1 : 0;
        if (indexed) {
            byTimestamp.remove(held);
        }
        for (Cursor cursor : cursors) {
            if (cursor.at() == held) {
                cursor.moveTo(held.newer);
            }
        }
        if (held.older == null) {
            oldest = held.newer;
        } else {
            held.older.newer = held.newer;
        }
        if (held.newer == null) {
            newest = held.older;
        } else {
            held.newer.older = held.older;
        }
    }

    private void append(StoredEntry held) {
        tombstones += held.isTombstone() ? 1 : 0;
        if (indexed) {
            byTimestamp.add(held);
        }
        held.older = newest;
        held.newer = null;
        if (newest == null) {
            oldest = held;
        } else {
            newest.newer = held;
        }
        newest = held;
        for (Cursor cursor : cursors) {
            if (cursor.at() == null) {
                cursor.moveTo(held);
            }
        }
    }

    /** Returns what has at least this timestamp, in message order; finding the first costs O(log n). */
    Collection<StoredEntry> since(long timestamp) {
        return Collections.unmodifiableCollection(byTimestamp.tailSet(StoredEntry.before(timestamp), true));
    }

    /** Returns what follows {@code place} in message order, or null. */
    StoredEntry after(StoredEntry place) {
        return byTimestamp.higher(place);
    }

    /** The last in message order, or null if nothing is held. */
    StoredEntry last() {
        return byTimestamp.isEmpty() ? null : byTimestamp.last();
    }

    /** The entry that arrived first among those held, or null; the others follow by {@link StoredEntry#newer}. */
    StoredEntry oldest() {
        return oldest;
    }

    /** Returns how many changes this store has taken. */
    long arrivals() {
        return arrivals;
    }

    /**
     * Returns what is held under the key that was the {@code nth} to come, from 0. No key is ever dropped, so none
     * changes its number.
     */
    StoredEntry nth(int nth) {
        return byAge.get(nth);
    }

    /** Returns how many entries are held, tombstones included. */
    int size() {
        return byKey.size();
    }

    int tombstones() {
        return tombstones;
    }
}
