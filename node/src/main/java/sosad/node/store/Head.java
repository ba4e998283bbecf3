package sosad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.DataUtils;
import sosad.model.NodeId;
import sosad.node.store.RecordChecksum.DamageException;

/**
 * The record that each batch leaves of the store as a whole.
 *
 * @param node whose store it is
 * @param storeId the store's id
 * @param sequence the store's count of writes
 */
record Head(NodeId node, long storeId, long sequence) {
    /** The name it is kept under. */
    static final String NAME = "head";

    private static final int MAX_BYTES = 2 * 10 + NodeId.MAX_LENGTH;

    /** The head of a store that begins. */
    static Head first(NodeId node, long storeId) {
        return new Head(node, storeId, 0);
    }

    /** The head after one more batch. */
    Head next(long newStoreId, long newSequence) {
        return new Head(node, newStoreId, newSequence);
    }

    LogRecord record() {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_BYTES);
        DataUtils.writeVarLong(buffer, storeId);
        DataUtils.writeVarLong(buffer, sequence);
        buffer.put(node.name().getBytes(StandardCharsets.US_ASCII));
        return LogRecord.state(NAME, RecordChecksum.close(NAME, buffer));
    }

    static Head read(byte[] sealed) throws DamageException {
        ByteBuffer buffer = RecordChecksum.open(NAME, sealed);
        long storeId = DataUtils.readVarLong(buffer);
        long sequence = DataUtils.readVarLong(buffer);
        return new Head(new NodeId(StandardCharsets.US_ASCII.decode(buffer).toString()), storeId, sequence);
    }
}
