package sosad.app.replay;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.app.history.NodeState;
import sosad.app.history.PersistentList;
import sosad.engine.EngineInput;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Row;
import sosad.record.Replayed;

/** A node's tables during a replay; each state of them shares what did not change with the one before. */
final class LivedTables {
    private final NodeId node;
    private final Map<Key, Entry> byKey = new HashMap<>();
    private SortedMap<NodeId, Row> rows = Collections.emptySortedMap();
    private PersistentList<Entry> entries = PersistentList.empty();
    private boolean isDead = true;

    /** The tables of a node that is dead. */
    LivedTables(NodeId node) {
        this.node = node;
    }

    void begin(ReplicaSnapshot state) {
        isDead = false;
        SortedMap<NodeId, Row> all = new TreeMap<>();
        state.peers().forEach(peer -> all.put(peer.id(), peer.row()));
        rows = Collections.unmodifiableSortedMap(all);
        byKey.clear();
        state.entries().forEach(held -> byKey.put(held.entry().key(), held.entry()));
        entries = PersistentList.copyOf(
                byKey.values().stream().sorted(Entry.TABLE_ORDER).toList());
    }

    void die() {
        isDead = true;
    }

    void take(Replayed input) {
        input.written().filter(written -> !written.lost()).ifPresent(written -> put(written.entry()));
        input.adopted().ifPresent(this::put);
        input.received().ifPresent(received -> {
            received.applied().forEach(this::put);
            NodeId from = ((EngineInput.Receive) input.input()).message().from();
            if (!received.row().equals(rows.get(from))) {
                SortedMap<NodeId, Row> all = new TreeMap<>(rows);
                all.put(from, received.row());
                rows = Collections.unmodifiableSortedMap(all);
            }
        });
    }

    private void put(Entry entry) {
        Entry before = byKey.put(entry.key(), entry);
        if (before != null) {
            entries = entries.minus(entries.place(before, Entry.TABLE_ORDER));
        }
        entries = entries.plus(entries.place(entry, Entry.TABLE_ORDER), entry);
    }

    NodeState state() {
        return isDead
                ? NodeState.dead(node, 0)
                : new NodeState(node, NodeState.Status.UP, 0, OptionalInt.empty(), 0, rows, entries);
    }
}
