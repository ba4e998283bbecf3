package sosad.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sosad.model.Entry;
import sosad.model.Key;

/**
 * The difference between the stores of two nodes.
 *
 * @param ours what the first holds under the keys under which they differ, by key
 * @param theirs what the second holds under them
 * @param newerHere the entries of the first that the second lacks
 * @param newerThere the entries of the second that the first lacks
 */
record StoreDifference(List<Entry> ours, List<Entry> theirs, List<Entry> newerHere, List<Entry> newerThere) {
    /** Compares two stores. */
    static StoreDifference between(Map<Key, Entry> first, Map<Key, Entry> second) {
        StoreDifference difference =
                new StoreDifference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<Key> keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        keys.forEach(key -> difference.add(first.get(key), second.get(key)));
        return difference;
    }

    private void add(Entry here, Entry there) {
        if (here != null && there != null && here.version().equals(there.version())) {
            return;
        }
        if (here != null) {
            ours.add(here);
        }
        if (there != null) {
            theirs.add(there);
        }
        boolean isNewerHere = there == null || (here != null && here.version().compareTo(there.version()) > 0);
        if (isNewerHere) {
            newerHere.add(here);
        } else {
            newerThere.add(there);
        }
    }

    /** Returns how many entries are held by the one and not by the other. */
    int size() {
        return ours.size() + theirs.size();
    }

    /** The keys under which they differ. */
    List<Key> keys() {
        Set<Key> keys = new TreeSet<>();
        ours.forEach(entry -> keys.add(entry.key()));
        theirs.forEach(entry -> keys.add(entry.key()));
        return List.copyOf(keys);
    }
}
