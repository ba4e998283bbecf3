package sosad.app.history;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Row;

/**
 * A node at a moment.
 *
 * @param id its name
 * @param status whether its process runs
 * @param pid the process id, 0 if it has none
 * @param clientPort where clients connect on this machine, if it runs
 * @param skew how far its clock runs ahead of T
 * @param rows its rows, by peer; empty if it is dead. The map never changes: snapshots share it
 * @param entries its entries, tombstones included, in the order of the document's tables; empty if it is dead
 */
public record NodeState(
        NodeId id,
        Status status,
        long pid,
        OptionalInt clientPort,
        long skew,
        SortedMap<NodeId, Row> rows,
        List<Entry> entries) {
    /** The state of a node's process. */
    public enum Status {
        UP,
        PAUSED,
        DEAD
    }

    public NodeState {
        rows = Collections.unmodifiableSortedMap(rows);
        entries = PersistentList.copyOf(entries);
    }

    /** A node without a process. */
    public static NodeState dead(NodeId id, long skew) {
        return new NodeState(id, Status.DEAD, 0, OptionalInt.empty(), skew, new TreeMap<>(), List.of());
    }

    /** The same state without process id and port, which differ from start to start. */
    public NodeState withoutProcess() {
        return new NodeState(id, status, 0, OptionalInt.empty(), skew, rows, entries);
    }

    /** Returns whether it has a process, paused or not. */
    public boolean hasProcess() {
        return status != Status.DEAD;
    }

    /** The entry held under {@code key}, which may be a tombstone. */
    public Optional<Entry> entry(Key key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** Returns what a client gets who reads {@code key} here. */
    public Optional<Value> value(Key key) {
        return entry(key).flatMap(Entry::value);
    }
}
