package sosad.app.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sosad.app.history.NodeState;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;

/** The table that the document prints for each step of its sample. */
public final class DocumentTable {
    private DocumentTable() {}

    /**
     * The rows for {@code nodes} at a time: by node in alphabetical order, for each {@code P-now} and {@code P-prev} by
     * peer in alphabetical order, then its entries by timestamp and key. Dead nodes have none.
     */
    public static List<TableRow> rows(List<NodeState> nodes, long time) {
        List<TableRow> rows = new ArrayList<>();
        nodes.stream()
                .filter(NodeState::isLive)
                .sorted(Comparator.comparing(NodeState::id))
                .forEach(node -> addRows(node, time, rows));
        return rows;
    }

    private static void addRows(NodeState node, long time, List<TableRow> rows) {
        NodeId id = node.id();
        node.rows().forEach((peer, row) -> {
            rows.add(new TableRow(time, id, peer + "-now", Optional.of(Long.toString(row.now()))));
            rows.add(new TableRow(time, id, peer + "-prev", Optional.of(Long.toString(row.prev()))));
        });
        node.entries().stream()
                .sorted(Entry.TABLE_ORDER)
                .forEach(entry -> rows.add(new TableRow(
                        time,
                        id,
                        entry.key() + ":" + entry.timestamp(),
                        entry.value().map(Value::text))));
    }
}
