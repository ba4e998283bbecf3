package sosad.protocol;

import java.util.List;
import sosad.model.Entry;

/**
 * The outcome of a message at its receiver.
 *
 * @param status what the message's store id said of its sender
 * @param applied the changes that were newer than what was held
 * @param row the receiver's row of the sender afterwards
 */
public record Received(SenderStatus status, List<Entry> applied, Row row) {
    /** The status of a sender, by its message's store id. */
    public enum SenderStatus {
        /** The sender's present store. */
        CURRENT,
        /** The sender came back with an empty store: its row was reset. */
        CAME_BACK_EMPTY,
        /** A store that is gone: only the changes count. */
        STRAGGLER
    }

    public Received {
        applied = List.copyOf(applied);
    }
}
