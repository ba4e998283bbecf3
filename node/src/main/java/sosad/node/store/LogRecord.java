package sosad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.DataUtils;

/**
 * One record of a batch: what is held from then on under a name.
 *
 * @param isEntry whether it is an entry, named by its key; otherwise it describes the store or a peer
 * @param name unique among the entries, or among the others
 * @param sealed the record, closed by {@link RecordChecksum}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogRecord(boolean isEntry, String name, byte[] sealed) {
    private static final byte ENTRY = 0;
    private static final byte STATE = 1;
    private static final int MAX_LENGTH = 5;

    static LogRecord entry(Arrived arrived) {
        return new LogRecord(true, arrived.entry().key().text(), arrived.bytes());
    }

    static LogRecord state(String name, byte[] sealed) {
        return new LogRecord(false, name, sealed);
    }

    /** At least as many bytes as {@link #write} needs. */
    int most() {
        return 1 + 2 * MAX_LENGTH + 3 * name.length() + sealed.length;
    }

    void write(ByteBuffer buffer) {
        buffer.put(isEntry ? ENTRY : STATE);
        write(buffer, name.getBytes(StandardCharsets.UTF_8));
        write(buffer, sealed);
    }

    private static void write(ByteBuffer buffer, byte[] bytes) {
        DataUtils.writeVarInt(buffer, bytes.length);
        buffer.put(bytes);
    }

    static LogRecord read(ByteBuffer buffer) {
        boolean isEntry = buffer.get() == ENTRY;
        String name = new String(bytes(buffer), StandardCharsets.UTF_8);
        return new LogRecord(isEntry, name, bytes(buffer));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return bytes;
    }
}
