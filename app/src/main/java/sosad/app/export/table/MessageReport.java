package sosad.app.export.table;

import java.util.List;
import java.util.Objects;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.model.NodeId;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;

/**
 * A message as a report shows it.
 *
 * @param now its first part: the newest timestamp that the sender has received from the destination
 * @param prev its second part
 * @param changes its third part, in the document's form {@code waffle@2}
 * @param fate what became of it, as far as is known at the end of the step
 */
public record MessageReport(NodeId from, NodeId to, Kind kind, long now, long prev, List<String> changes, Fate fate) {
    public MessageReport {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(fate);
        changes = List.copyOf(changes);
    }

    /** Returns what a report shows of {@code message}, which is an update. */
    public static MessageReport of(Message message) {
        Update update = message.update().orElseThrow();
        return new MessageReport(
                message.from(),
                message.to(),
                update.kind(),
                update.now(),
                update.prev(),
                message.changes(),
                message.fate());
    }
}
