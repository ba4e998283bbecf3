package sosad.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;

/**
 * A line of the table that the document prints for a node.
 *
 * @param key {@code B-now}, {@code B-prev}, or {@code key:timestamp}
 * @param value the value; empty for a tombstone
 * @param entry the entry; empty for what is known of a peer
 * @param peer the peer of which it is known; empty for an entry
 */
public record DocumentLine(String key, Optional<String> value, Optional<Entry> entry, Optional<NodeId> peer) {
    /**
     * Returns the lines of a node: {@code P-now} and {@code P-prev} by peer in alphabetical order, then its entries by
     * timestamp and key. A dead node has none.
     */
    public static List<DocumentLine> of(NodeState node) {
        List<DocumentLine> lines = new ArrayList<>();
        node.rows().forEach((peer, row) -> {
            lines.add(ofRow(peer, "-now", row.now()));
            lines.add(ofRow(peer, "-prev", row.prev()));
        });
        node.entries().stream()
                .sorted(Entry.TABLE_ORDER)
                .map(DocumentLine::ofEntry)
                .forEach(lines::add);
        return lines;
    }

    private static DocumentLine ofRow(NodeId peer, String part, long value) {
        return new DocumentLine(peer + part, Optional.of(Long.toString(value)), Optional.empty(), Optional.of(peer));
    }

    private static DocumentLine ofEntry(Entry entry) {
        return new DocumentLine(
                entry.key() + ":" + entry.timestamp(),
                entry.value().map(Value::text),
                Optional.of(entry),
                Optional.empty());
    }
}
