package sosad.app.export;

import java.util.Objects;
import java.util.Optional;
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
    /** How a table shows that an entry is a tombstone. */
    public static final String DELETED = "(deleted)";

    public TableRow {
        Objects.requireNonNull(server);
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }

    /** The value as a table shows it. */
    public String shown() {
        return value.orElse(DELETED);
    }
}
