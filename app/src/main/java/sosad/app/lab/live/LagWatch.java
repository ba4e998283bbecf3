package sosad.app.lab.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * For how long each node has lacked something that another one holds, as far as looks can tell: what it got between two
 * looks was never missed.
 */
final class LagWatch {
    private final Map<NodeId, Map<Key, Missing>> missing = new HashMap<>();

    /** A version that a node was first seen to lack at a time; it may hold an older one. */
    private record Missing(Version version, long sinceMillis) {}

    /**
     * Returns the lag of each node that has a process; one that is paused lags more and more.
     *
     * @param agree whether all hold the same, as is known already
     */
    Map<NodeId, Long> look(Snapshot snapshot, boolean agree, long nowMillis) {
        List<NodeState> nodes = new ArrayList<>();
        snapshot.nodes().stream().filter(NodeState::hasProcess).forEach(nodes::add);
        missing.keySet()
                .removeIf(node -> nodes.stream().noneMatch(one -> one.id().equals(node)));
        if (agree) {
            missing.clear();
        } else {
            compare(nodes, nowMillis);
        }
        Map<NodeId, Long> lags = new TreeMap<>();
        for (NodeState node : nodes) {
            long since = missing.getOrDefault(node.id(), Map.of()).values().stream()
                    .mapToLong(Missing::sinceMillis)
                    .min()
                    .orElse(nowMillis);
            lags.put(node.id(), nowMillis - since);
        }
        return lags;
    }

    private void compare(List<NodeState> nodes, long nowMillis) {
        Map<Key, Version> newest = new HashMap<>();
        for (NodeState node : nodes) {
            for (Entry entry : node.entries()) {
                newest.merge(entry.key(), entry.version(), (one, other) -> one.compareTo(other) < 0 ? other : one);
            }
        }
        for (NodeState node : nodes) {
            Map<Key, Version> held = new HashMap<>();
            node.entries().forEach(entry -> held.put(entry.key(), entry.version()));
            Map<Key, Missing> before = missing.getOrDefault(node.id(), Map.of());
            Map<Key, Missing> now = new HashMap<>();
            newest.forEach((key, version) -> {
                if (!version.equals(held.get(key))) {
                    Missing known = before.get(key);
                    now.put(key, isStill(known, held.get(key)) ? known : new Missing(version, nowMillis));
                }
            });
            missing.put(node.id(), now);
        }
    }

    private static boolean isStill(Missing known, Version held) {
        return known != null && (held == null || held.compareTo(known.version()) < 0);
    }
}
