package sosad.app.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Row;

@Tag("locale")
class TableRowTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");

    @Test
    void rowsStandByNodeThenPeerThenTimestampAndKey() {
        NodeState a = node(A, Status.PAUSED, List.of());
        NodeState b = node(
                B, Status.UP, List.of(entry("z", 10, "1"), entry("a", 10, "2"), entry("m", 9, "3"), tombstone("b", 9)));

        assertThat(TableRow.of(List.of(b, a, NodeState.dead(C, 0)), 11))
                .extracting(row ->
                        String.format(Locale.ROOT, "%d %s %s %s", row.time(), row.server(), row.key(), row.shown()))
                .containsExactly(
                        "11 A B-now 7",
                        "11 A B-prev 6",
                        "11 A C-now 7",
                        "11 A C-prev 6",
                        "11 B A-now 7",
                        "11 B A-prev 6",
                        "11 B C-now 7",
                        "11 B C-prev 6",
                        "11 B b:9 (deleted)",
                        "11 B m:9 3",
                        "11 B a:10 2",
                        "11 B z:10 1");
    }

    @Test
    void aTombstoneHasNoValue() {
        NodeState b = node(B, Status.UP, List.of(tombstone("b", 9)));

        assertThat(TableRow.of(List.of(b), 11)).last().isEqualTo(new TableRow(11, B, "b:9", Optional.empty()));
    }

    private static NodeState node(NodeId id, Status status, List<Entry> entries) {
        TreeMap<NodeId, Row> rows = new TreeMap<>();
        List.of(A, B, C).stream().filter(peer -> !peer.equals(id)).forEach(peer -> rows.put(peer, new Row(7, 6, 5)));
        return new NodeState(id, status, 1, OptionalInt.empty(), 0, rows, entries);
    }

    private static Entry entry(String key, long timestamp, String value) {
        return new Entry(new Key(key), Optional.of(Value.of(value)), new Version(timestamp, A, 1, 1));
    }

    private static Entry tombstone(String key, long timestamp) {
        return new Entry(new Key(key), Optional.empty(), new Version(timestamp, A, 1, 1));
    }
}
