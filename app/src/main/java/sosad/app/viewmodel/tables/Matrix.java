package sosad.app.viewmodel.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * Every key against every node.
 *
 * @param nodes the columns, in alphabetical order
 * @param rows one for each key that any node holds, in alphabetical order
 */
public record Matrix(List<NodeState> nodes, List<MatrixRow> rows) {
    public Matrix {
        nodes = List.copyOf(nodes);
        rows = List.copyOf(rows);
    }

    /** A key and what each node holds under it, in the order of the nodes. */
    public record MatrixRow(Key key, List<MatrixCell> cells) {
        public MatrixRow {
            cells = List.copyOf(cells);
        }
    }

    /** The matrix of a moment; what differs from {@code baseline} is changed. */
    public static Matrix of(Snapshot snapshot, Optional<Snapshot> baseline) {
        List<Map<Key, Entry>> held =
                snapshot.nodes().stream().map(Matrix::byKey).toList();
        List<Optional<Map<Key, Entry>>> before = snapshot.nodes().stream()
                .map(node -> baseline.map(old -> byKey(old.node(node.id()))))
                .toList();
        List<MatrixRow> rows = new ArrayList<>();
        newest(snapshot).forEach((key, version) -> {
            List<MatrixCell> cells = new ArrayList<>();
            for (int i = 0; i < held.size(); i++) {
                Optional<Entry> entry = Optional.ofNullable(held.get(i).get(key));
                boolean changed = before.get(i)
                        .filter(old -> !Optional.ofNullable(old.get(key)).equals(entry))
                        .isPresent();
                cells.add(MatrixCell.of(snapshot.nodes().get(i), entry, version, changed));
            }
            rows.add(new MatrixRow(key, cells));
        });
        return new Matrix(snapshot.nodes(), rows);
    }

    /** The newest version of every key that a node holds. */
    static TreeMap<Key, Version> newest(Snapshot snapshot) {
        TreeMap<Key, Version> newest = new TreeMap<>();
        snapshot.nodes().stream()
                .flatMap(node -> node.entries().stream())
                .forEach(entry -> newest.merge(
                        entry.key(), entry.version(), (one, other) -> one.compareTo(other) >= 0 ? one : other));
        return newest;
    }

    private static Map<Key, Entry> byKey(NodeState node) {
        Map<Key, Entry> entries = new TreeMap<>();
        node.entries().forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    /** The columns' names. */
    public List<NodeId> names() {
        return nodes.stream().map(NodeState::id).toList();
    }
}
