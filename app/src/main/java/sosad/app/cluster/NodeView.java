package sosad.app.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.message.Report;
import sosad.message.RowOf;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** A node's tables as its reports tell them. Used by the cluster's thread alone. */
final class NodeView {
    private final SortedMap<NodeId, Row> rows = new TreeMap<>();
    private final Map<Key, Entry> entries = new HashMap<>();
    private List<Entry> sorted = List.of();

    NodeView(List<NodeId> peers, long startTime) {
        peers.forEach(peer -> rows.put(peer, Row.start(startTime)));
    }

    void wrote(Report.Wrote wrote) {
        if (!wrote.lost()) {
            take(wrote.entry());
        }
    }

    void received(Report.Received received) {
        rows.put(received.from(), received.row());
        received.applied().forEach(this::take);
    }

    void heard(Report.Heard heard) {
        heard.applied().ifPresent(this::take);
    }

    /** Begins anew with the node's own account of its rows. */
    void restart(List<RowOf> newRows) {
        entries.clear();
        sorted = null;
        newRows.forEach(row -> rows.put(row.peer(), row.row()));
    }

    void take(Entry entry) {
        entries.put(entry.key(), entry);
        sorted = null;
    }

    SortedMap<NodeId, Row> rows() {
        return rows;
    }

    /** The entries in the order of the document's tables. */
    List<Entry> entries() {
        if (sorted == null) {
            sorted = entries.values().stream().sorted(Entry.TABLE_ORDER).toList();
        }
        return sorted;
    }
}
