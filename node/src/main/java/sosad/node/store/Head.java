package sosad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.DataUtils;
import sosad.model.NodeId;

/**
 * The record that each batch leaves of the store as a whole.
 *
 * @param node whose store it is
 * @param storeId the store's id
 * @param sequence the store's count of writes
 * @param batch how many batches were written
 * @param records how many other records there are
 * @param checksums the sum of their checksums
 */
record Head(NodeId node, long storeId, long sequence, long batch, long records, long checksums) {
    /** The name it is kept under. */
    static final String NAME = "head";

    /** The format of all records; the first byte of the head, whatever the format. */
    static final byte FORMAT = 1;

    private static final int LONGEST = 1 + 5 * 10 + NodeId.MAX_LENGTH;

    /** The head of a store that begins. */
    static Head first(NodeId node, long storeId) {
        return new Head(node, storeId, 0, 0, 0, 0);
    }

    /** The head after one more batch. */
    Head next(long newStoreId, long newSequence, Tally tally) {
        return new Head(node, newStoreId, newSequence, batch + 1, tally.records(), tally.checksums());
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        buffer.put(FORMAT);
        for (long number : new long[] {storeId, sequence, batch, records, checksums}) {
            DataUtils.writeVarLong(buffer, number);
        }
        buffer.put(node.name().getBytes(StandardCharsets.US_ASCII));
        return Seal.close(NAME, buffer);
    }

    /** The format in which the store with this head is written. */
    static byte format(byte[] sealed) throws DamageException {
        return Seal.open(NAME, sealed).get();
    }

    /** Reads a head of the present format. */
    static Head read(byte[] sealed) throws DamageException {
        ByteBuffer buffer = Seal.open(NAME, sealed);
        buffer.get();
        long storeId = DataUtils.readVarLong(buffer);
        long sequence = DataUtils.readVarLong(buffer);
        long batch = DataUtils.readVarLong(buffer);
        long records = DataUtils.readVarLong(buffer);
        long checksums = DataUtils.readVarLong(buffer);
        NodeId node = new NodeId(StandardCharsets.US_ASCII.decode(buffer).toString());
        return new Head(node, storeId, sequence, batch, records, checksums);
    }
}
