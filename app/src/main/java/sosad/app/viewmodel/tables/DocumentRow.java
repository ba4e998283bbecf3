package sosad.app.viewmodel.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.history.Snapshot;

/**
 * A row of the table as the document prints it.
 *
 * @param time T
 * @param server the node
 * @param line key and value
 * @param first whether it is the first row of its server
 */
public record DocumentRow(long time, String server, Line line, boolean first) {
    /** The document's table; dead nodes have no rows. */
    public static List<DocumentRow> of(Snapshot snapshot, Optional<Snapshot> baseline) {
        return NodeTable.of(snapshot, baseline).stream()
                .flatMap(table -> rows(snapshot.time(), table))
                .toList();
    }

    private static Stream<DocumentRow> rows(long time, NodeTable table) {
        List<Line> lines =
                Stream.concat(table.rows().stream(), table.entries().stream()).toList();
        return lines.stream().map(line -> new DocumentRow(time, table.node().name(), line, line.equals(lines.get(0))));
    }
}
