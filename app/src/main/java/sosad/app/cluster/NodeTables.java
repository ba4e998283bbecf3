package sosad.app.cluster;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import sosad.app.history.PersistentList;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.Row;

/**
 * The known state of a live node.
 *
 * @param pid its process id
 * @param clientPort where clients connect on this machine
 * @param rows its rows, by peer; a map that never changes
 * @param entries its entries in the order of the document's tables
 */
public record NodeTables(long pid, int clientPort, SortedMap<NodeId, Row> rows, List<Entry> entries) {
    public NodeTables {
        rows = Collections.unmodifiableSortedMap(rows);
        entries = PersistentList.copyOf(entries);
    }
}
