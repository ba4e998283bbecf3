package sosad.app.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import sosad.model.Entry;
import sosad.model.Key;

/** The keys under which nodes do not hold the same. */
public final class NodeDifferences {
    private NodeDifferences() {}

    /** Returns the keys whose values differ; a tombstone is as good as nothing. */
    public static SortedSet<Key> inValues(Collection<? extends Collection<Entry>> held) {
        return keys(held, Entry::value);
    }

    /** Returns the keys whose entries differ, be it in their versions alone. */
    public static SortedSet<Key> inEntries(Collection<? extends Collection<Entry>> held) {
        return keys(held, Optional::of);
    }

    private static <T> SortedSet<Key> keys(
            Collection<? extends Collection<Entry>> held, Function<Entry, Optional<T>> aspect) {
        List<Map<Key, T>> nodes =
                held.stream().map(entries -> byKey(entries, aspect)).toList();
        SortedSet<Key> keys = new TreeSet<>();
        for (Map<Key, T> node : nodes) {
            node.forEach((key, one) -> {
                if (nodes.stream().anyMatch(other -> !one.equals(other.get(key)))) {
                    keys.add(key);
                }
            });
        }
        return keys;
    }

    private static <T> Map<Key, T> byKey(Collection<Entry> entries, Function<Entry, Optional<T>> aspect) {
        Map<Key, T> byKey = new HashMap<>();
        entries.forEach(entry -> aspect.apply(entry).ifPresent(held -> byKey.put(entry.key(), held)));
        return byKey;
    }
}
