package sosad.app.export.table;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.history.DocumentLine;
import sosad.app.history.NodeState;
import sosad.model.NodeId;

/**
 * One line of the document's table.
 *
 * @param time T
 * @param server the node, under the name that the document's table has for it
 * @param key {@code B-now}, {@code B-prev}, or {@code key:timestamp}
 * @param value the value; empty for a tombstone
 */
public record TableRow(long time, NodeId server, String key, Optional<String> value) {
    /** The printed value of a tombstone. */
    public static final String DELETED = "(deleted)";

    public TableRow {
        Objects.requireNonNull(server);
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }

    /** The rows for {@code nodes} at a time, by node in alphabetical order. */
    public static List<TableRow> of(List<NodeState> nodes, long time) {
        return nodes.stream()
                .sorted(Comparator.comparing(NodeState::id))
                .flatMap(node -> DocumentLine.of(node).stream()
                        .map(line -> new TableRow(time, node.id(), line.key(), line.value())))
                .toList();
    }

    /** The value as a table shows it. */
    public String shown() {
        return value.orElse(DELETED);
    }
}
