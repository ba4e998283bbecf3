package sosad.app.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * Whether nodes hold the same, versions included.
 *
 * @param different how many keys are not the same everywhere
 * @param examples what is held under the first few of them, and by whom
 */
public record Agreement(int different, List<String> examples) {
    /** The most keys that are shown. */
    static final int MOST_EXAMPLES = 10;

    private static final String NOTHING = "nothing";

    public Agreement {
        examples = List.copyOf(examples);
    }

    /** Whether all hold the same. */
    public boolean isFull() {
        return different == 0;
    }

    static Agreement of(Map<NodeId, ? extends Collection<Entry>> held) {
        Map<NodeId, Map<Key, Entry>> byKey = new TreeMap<>();
        TreeSet<Key> keys = new TreeSet<>();
        held.forEach((node, entries) -> {
            Map<Key, Entry> own = new HashMap<>();
            entries.forEach(entry -> own.put(entry.key(), entry));
            byKey.put(node, own);
            keys.addAll(own.keySet());
        });
        int different = 0;
        List<String> examples = new ArrayList<>();
        for (Key key : keys) {
            if (byKey.values().stream().map(own -> own.get(key)).distinct().count() > 1) {
                different++;
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(words(key, byKey));
                }
            }
        }
        return new Agreement(different, examples);
    }

    private static String words(Key key, Map<NodeId, Map<Key, Entry>> held) {
        List<String> words = new ArrayList<>();
        held.forEach((node, own) -> words.add("%s holds %s".formatted(node, words(own.get(key)))));
        return key + ": " + String.join(", ", words);
    }

    private static String words(Entry entry) {
        return entry == null
                ? NOTHING
                : String.format(
                        Locale.ROOT,
                        "%s@%d",
                        entry.value().map(Object::toString).orElse("(deleted)"),
                        entry.timestamp());
    }
}
