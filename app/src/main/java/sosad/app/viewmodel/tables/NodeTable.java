package sosad.app.viewmodel.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.DocumentLine;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.viewmodel.Abridged;
import sosad.app.viewmodel.Counted;
import sosad.model.Entry;
import sosad.model.NodeId;

/**
 * The table of one node at a moment, in the document's order.
 *
 * @param node whose table it is
 * @param status whether its process runs
 * @param rows {@code P-now} and {@code P-prev} of every peer, peers in alphabetical order
 * @param entries its entries by timestamp, then key
 */
public record NodeTable(NodeId node, NodeState.Status status, List<Line> rows, List<Line> entries) {
    /** The printed value of a deleted key. */
    public static final String DELETED = "(deleted)";

    public NodeTable {
        rows = List.copyOf(rows);
        entries = List.copyOf(entries);
    }

    /** The tables of all nodes; what differs from {@code baseline} is changed, nothing if there is none. */
    public static List<NodeTable> of(Snapshot snapshot, Optional<Snapshot> baseline) {
        return snapshot.nodes().stream()
                .map(node -> of(node, baseline.map(before -> before.node(node.id()))))
                .toList();
    }

    private static NodeTable of(NodeState node, Optional<NodeState> before) {
        Optional<Set<DocumentLine>> old = before.map(state -> Set.copyOf(DocumentLine.of(state)));
        List<Line> rows = new ArrayList<>();
        List<Line> entries = new ArrayList<>();
        for (DocumentLine line : DocumentLine.of(node)) {
            boolean changed = old.filter(lines -> !lines.contains(line)).isPresent();
            line.entry()
                    .ifPresentOrElse(
                            entry -> entries.add(entry(line.key(), entry, changed)),
                            () -> rows.add(new Line(line.key(), line.value().orElseThrow(), Line.Kind.ROW, changed)));
        }
        return new NodeTable(node.id(), node.status(), rows, entries);
    }

    private static Line entry(String key, Entry entry, boolean changed) {
        return new Line(
                key,
                entry.value().map(Abridged::of).orElse(DELETED),
                entry.isTombstone() ? Line.Kind.TOMBSTONE : Line.Kind.ENTRY,
                changed);
    }

    /** All lines; where there is nothing, a note that says so. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(rows);
        lines.addAll(entries);
        if (status == NodeState.Status.DEAD) {
            lines.add(note("no process; its memory is gone"));
        } else if (entries.isEmpty()) {
            lines.add(note("nothing stored yet"));
        }
        return lines;
    }

    private static Line note(String words) {
        return new Line(words, "", Line.Kind.NOTE, false);
    }

    /** Such as "3 entries", or in a word why there are none. */
    public String summary() {
        return switch (status) {
            case DEAD -> "dead";
            case PAUSED -> "paused · " + held();
            case UP -> held();
        };
    }

    private String held() {
        return entries.isEmpty() ? "no entries" : Counted.of(entries.size(), "entry");
    }
}
