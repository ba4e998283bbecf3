package sosad.app.viewmodel.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.app.explain.Question;
import sosad.app.history.DocumentLine;
import sosad.app.history.Lag;
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
 * @param lacks how many entries it lacks, or holds in an older version; not counted while the cluster is live
 */
public record NodeTable(NodeId node, NodeState.Status status, List<Line> rows, List<Line> entries, int lacks) {
    /** The printed value of a deleted key. */
    public static final String DELETED = "(deleted)";

    public NodeTable {
        rows = List.copyOf(rows);
        entries = List.copyOf(entries);
    }

    /** The tables of all nodes; what differs from {@code baseline} is changed, nothing if there is none. */
    public static List<NodeTable> of(Snapshot snapshot, Optional<Snapshot> baseline) {
        Map<NodeId, Integer> lacks = snapshot.isLive() ? Map.of() : Lag.lackedEntries(snapshot);
        return snapshot.nodes().stream()
                .map(node -> of(node, baseline.map(before -> before.node(node.id())), lacks.getOrDefault(node.id(), 0)))
                .toList();
    }

    private static NodeTable of(NodeState node, Optional<NodeState> before, int lacks) {
        Optional<Set<DocumentLine>> old = before.map(state -> Set.copyOf(DocumentLine.of(state)));
        List<Line> rows = new ArrayList<>();
        List<Line> entries = new ArrayList<>();
        for (DocumentLine line : DocumentLine.of(node)) {
            boolean changed = old.filter(lines -> !lines.contains(line)).isPresent();
            line.entry()
                    .ifPresentOrElse(
                            entry -> entries.add(entry(node.id(), line.key(), entry, changed)),
                            () -> rows.add(row(node.id(), line, changed)));
        }
        return new NodeTable(node.id(), node.status(), rows, entries, lacks);
    }

    private static Line row(NodeId at, DocumentLine line, boolean changed) {
        return new Line(
                line.key(),
                line.value().orElseThrow(),
                Line.Kind.ROW,
                changed,
                line.peer().map(peer -> new Question.OfRow(at, peer)));
    }

    private static Line entry(NodeId at, String key, Entry entry, boolean changed) {
        return new Line(
                key,
                entry.value().map(Abridged::of).orElse(DELETED),
                entry.isTombstone() ? Line.Kind.TOMBSTONE : Line.Kind.ENTRY,
                changed,
                Optional.of(new Question.OfEntry(at, entry.key())));
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
        return new Line(words, "", Line.Kind.NOTE, false, Optional.empty());
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
