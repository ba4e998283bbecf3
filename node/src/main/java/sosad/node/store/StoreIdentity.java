package sosad.node.store;

import java.nio.ByteBuffer;
import java.util.List;
import sosad.node.store.RecordChecksum.DamageException;
import sosad.protocol.StoreCheck.Stage;

/**
 * The identity of a store: its id, which the {@link Head} keeps, and the starts under which it has changed.
 *
 * @param storeId the store's id
 * @param starts the starts and the store's number at the beginning of each
 */
record StoreIdentity(long storeId, List<Stage> starts) {
    /** The name under which the starts are kept. */
    static final String NAME = "starts";

    StoreIdentity {
        starts = List.copyOf(starts);
    }

    /** The record of the starts. */
    LogRecord record() {
        ByteBuffer buffer = ByteBuffer.allocate(StageRecord.longest(starts.size()));
        StageRecord.write(buffer, starts);
        return LogRecord.state(NAME, RecordChecksum.close(NAME, buffer));
    }

    /**
     * Reads the starts.
     *
     * @param sealed null in a store that only version 0.1.0 has had
     */
    static List<Stage> starts(byte[] sealed) throws DamageException {
        return sealed == null ? List.of() : StageRecord.read(RecordChecksum.open(NAME, sealed));
    }
}
