package sosad.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import sosad.model.NodeId;
import sosad.node.store.RecordChecksum.DamageException;

/**
 * A store as version 0.1.0 wrote it: an MVStore of H2, with one map of the entries by key, and one of the peers'
 * records and the head. It is read once, and converted to a {@link LogFile}.
 */
final class OldStore {
    /** The beginning of each of the first two blocks of an MVStore. */
    private static final byte[] MAGIC = "H:2".getBytes(StandardCharsets.US_ASCII);

    private static final int BLOCK_BYTES = 4_096;

    private final MVMap<String, byte[]> entries;
    private final MVMap<String, byte[]> state;
    private long records;
    private long checksums;

    private OldStore(MVStore store) {
        entries = store.openMap("entries", records());
        state = store.openMap("state", records());
    }

    /** Returns how the maps keep records under their names. */
    static MVMap.Builder<String, byte[]> records() {
        return new MVMap.Builder<String, byte[]>()
                .keyType(StringDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
    }

    /** Returns whether the file holds such a store. */
    static boolean is(FileChannel file) throws IOException {
        byte[] begin = LogReader.beginning(file, BLOCK_BYTES + MAGIC.length);
        return startsWith(begin, 0) || startsWith(begin, BLOCK_BYTES);
    }

    private static boolean startsWith(byte[] bytes, int at) {
        return bytes.length >= at + MAGIC.length && Arrays.equals(bytes, at, at + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Writes what is in it into a log, as one batch, which is not synced.
     *
     * @throws DamageException if what is there is not what was written
     */
    static void copy(Path file, LogFile to) throws IOException, DamageException {
        if (!copied(file, false, to) && !copied(file, true, to)) {
            throw new DamageException("it is a store of version 0.1.0 that cannot be read completely");
        }
    }

    /** @param searches whether to look for the newest state in all of the file, after a sudden end */
    private static boolean copied(Path file, boolean searches, LogFile to) throws IOException {
        MVStore.Builder builder =
                new MVStore.Builder().fileName(file.toString()).readOnly();
        if (searches) {
            builder.recoveryMode();
        }
        try (MVStore store = builder.open()) {
            OldStore old = new OldStore(store);
            OldHead head = old.checked();
            old.copy(head, to);
            return true;
        } catch (DamageException | RuntimeException | OutOfMemoryError e) {
            // Over damaged bytes MVStore stumbles in many ways; one is a length that no memory is enough for.
            return false;
        }
    }

    private OldHead checked() throws DamageException {
        OldHead head = OldHead.read(state.get(Head.NAME));
        for (Cursor<String, byte[]> cursor = state.cursor(null); cursor.hasNext() && records <= head.records(); ) {
            String name = cursor.next();
            if (!name.equals(Head.NAME)) {
                count(name, cursor.getValue());
            }
        }
        // At most one more than there were: damage can make rings.
        for (Cursor<String, byte[]> cursor = entries.cursor(null); cursor.hasNext() && records <= head.records(); ) {
            count(cursor.next(), cursor.getValue());
        }
        if (records != head.records() || checksums != head.checksums()) {
            throw new DamageException("a record is missing or an older one");
        }
        return head;
    }

    private void count(String name, byte[] sealed) throws DamageException {
        RecordChecksum.open(name, sealed);
        records++;
        checksums += RecordChecksum.of(sealed);
    }

    private void copy(OldHead head, LogFile to) throws IOException {
        to.begin(head.batch());
        to.put(head.now().record());
        for (Cursor<String, byte[]> cursor = state.cursor(null); cursor.hasNext(); ) {
            String name = cursor.next();
            if (!name.equals(Head.NAME)) {
                to.put(LogRecord.state(name, cursor.getValue()));
            }
        }
        for (Cursor<String, byte[]> cursor = entries.cursor(null); cursor.hasNext(); ) {
            to.put(new LogRecord(true, cursor.next(), cursor.getValue()));
        }
        to.endBatch();
    }

    /**
     * The head as it was.
     *
     * @param now what the present one has of it
     * @param batch how many batches were written
     * @param records how many other records there are
     * @param checksums the sum of their checksums
     */
    private record OldHead(Head now, long batch, long records, long checksums) {
        static OldHead read(byte[] sealed) throws DamageException {
            if (sealed == null) {
                throw new DamageException("its head is missing");
            }
            ByteBuffer buffer = RecordChecksum.open(Head.NAME, sealed);
            buffer.get(); // the format, 1
            long storeId = DataUtils.readVarLong(buffer);
            long sequence = DataUtils.readVarLong(buffer);
            long batch = DataUtils.readVarLong(buffer);
            long records = DataUtils.readVarLong(buffer);
            long checksums = DataUtils.readVarLong(buffer);
            NodeId node = new NodeId(StandardCharsets.US_ASCII.decode(buffer).toString());
            return new OldHead(new Head(node, storeId, sequence), batch, records, checksums);
        }
    }
}
