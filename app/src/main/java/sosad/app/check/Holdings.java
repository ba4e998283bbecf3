package sosad.app.check;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sosad.app.history.NodeDifferences;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** The entries of each node, by key. */
final class Holdings {
    private static final String NOTHING = "nothing";

    private final Map<NodeId, Map<Key, Entry>> byNode = new TreeMap<>();
    private final SortedSet<Key> keys = new TreeSet<>();
    private final SortedSet<Key> differing;

    Holdings(Map<NodeId, ? extends Collection<Entry>> held) {
        held.forEach((node, entries) -> {
            Map<Key, Entry> own = new HashMap<>();
            entries.forEach(entry -> own.put(entry.key(), entry));
            byNode.put(node, own);
            keys.addAll(own.keySet());
        });
        differing = NodeDifferences.inEntries(held.values());
    }

    /** All keys that any node holds. */
    SortedSet<Key> keys() {
        return keys;
    }

    /** The keys under which the nodes do not all hold the same, version included. */
    SortedSet<Key> differing() {
        return differing;
    }

    /** Returns whether all nodes hold the same under a key, version included. */
    boolean agreeOn(Key key) {
        return !differing.contains(key);
    }

    /** Returns whether some node holds something newer under a key than in {@code before}. */
    boolean areNewerThan(Holdings before, Key key) {
        return byNode.entrySet().stream().anyMatch(now -> {
            Entry held = now.getValue().get(key);
            Optional<Entry> earlier =
                    Optional.ofNullable(before.byNode.get(now.getKey()).get(key));
            return held != null
                    && earlier.map(entry -> held.version().compareTo(entry.version()) > 0)
                            .orElse(true);
        });
    }

    /** Returns what each node holds under a key, in words. */
    String words(Key key) {
        List<String> words = new ArrayList<>();
        byNode.forEach((node, own) -> words.add("%s holds %s".formatted(node, words(own.get(key)))));
        return key + ": " + String.join(", ", words);
    }

    private static String words(Entry entry) {
        return entry == null
                ? NOTHING
                : format("%s@%d", entry.value().map(Object::toString).orElse("(deleted)"), entry.timestamp());
    }
}
