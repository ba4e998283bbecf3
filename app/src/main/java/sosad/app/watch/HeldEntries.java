package sosad.app.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.PersistentList;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** The entries of all nodes by key, kept up to date from snapshot to snapshot at the price of what has changed. */
final class HeldEntries {
    private final Map<NodeId, Map<Key, Entry>> byNode = new TreeMap<>();
    private final Map<NodeId, PersistentList<Entry>> lists = new HashMap<>();
    private final Map<NodeId, Status> statuses = new TreeMap<>();
    private List<NodeState> nodes = List.of();
    private boolean hasOthersLive;

    /** An entry that came, went, or took another's place at a node, which may have died or begun with it. */
    record Change(NodeId node, Key key, Optional<Entry> before, Optional<Entry> after) {}

    /** Takes a snapshot and returns what has changed since the one before. */
    List<Change> update(Snapshot snapshot) {
        hasOthersLive = false;
        if (snapshot.nodes() == nodes) { // an unchanged list is the same list
            return List.of();
        }
        nodes = snapshot.nodes();
        List<Change> changes = new ArrayList<>();
        for (NodeState node : nodes) {
            Status before = statuses.put(node.id(), node.status());
            hasOthersLive |= before == null || (before == Status.DEAD) != (node.status() == Status.DEAD);
            update(node, changes);
        }
        return changes;
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged list is the same list
    private void update(NodeState node, List<Change> changes) {
        PersistentList<Entry> now = PersistentList.copyOf(node.entries());
        PersistentList<Entry> before = lists.put(node.id(), now);
        Map<Key, Entry> held = byNode.computeIfAbsent(node.id(), first -> new HashMap<>());
        if (now == before) {
            return;
        }
        Map<Key, Optional<Entry>> was = new LinkedHashMap<>();
        PersistentList.differences(
                before == null ? PersistentList.empty() : before,
                now,
                Entry.TABLE_ORDER,
                gone -> {
                    was.putIfAbsent(gone.key(), Optional.of(gone));
                    held.remove(gone.key(), gone);
                },
                come -> {
                    was.putIfAbsent(come.key(), Optional.ofNullable(held.get(come.key())));
                    held.put(come.key(), come);
                });
        was.forEach((key, old) -> changes.add(new Change(node.id(), key, old, Optional.ofNullable(held.get(key)))));
    }

    /** The nodes of the last snapshot. */
    List<NodeState> nodes() {
        return nodes;
    }

    /** Returns whether a node has died or begun with the last snapshot. */
    boolean hasOthersLive() {
        return hasOthersLive;
    }

    boolean isLive(NodeId node) {
        return statuses.getOrDefault(node, Status.DEAD) != Status.DEAD;
    }

    /** The nodes that are not dead. */
    List<NodeId> live() {
        return statuses.keySet().stream().filter(this::isLive).toList();
    }

    Optional<Entry> entry(NodeId node, Key key) {
        return Optional.ofNullable(byNode.getOrDefault(node, Map.of()).get(key));
    }

    /** The keys that any node holds, in order. */
    Set<Key> keys() {
        return byNode.values().stream()
                .flatMap(held -> held.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
