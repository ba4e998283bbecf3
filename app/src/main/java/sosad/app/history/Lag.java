package sosad.app.history;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/** The lag of each node behind the rest of the cluster. */
public final class Lag {
    private Lag() {}

    /**
     * Returns how many keys each live node lacks: those of which it does not hold the newest version that any live node
     * holds. Costs one look at every entry of the moment.
     */
    public static Map<NodeId, Integer> lackedEntries(Snapshot snapshot) {
        Map<Key, Version> newest = new HashMap<>();
        for (NodeState node : snapshot.nodes()) {
            for (Entry entry : node.entries()) {
                newest.merge(entry.key(), entry.version(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        Map<NodeId, Integer> lacks = new TreeMap<>();
        for (NodeState node : snapshot.nodes()) {
            if (node.hasProcess()) {
                long held = node.entries().stream()
                        .filter(entry -> entry.version().equals(newest.get(entry.key())))
                        .count();
                lacks.put(node.id(), newest.size() - (int) held);
            }
        }
        return lacks;
    }
}
