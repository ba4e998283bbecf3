package sosad.node.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;

/**
 * A unit of writing: a batch, or a part of a large one. As bytes: the length of what follows the checksum, the checksum
 * over that, the number of the batch, whether it is the last part, the records.
 *
 * @param number the batch's number
 * @param isLast whether the batch is whole with it
 * @param records the records
 */
record LogFrame(long number, boolean isLast, List<LogRecord> records) {
    /** The bytes of length and checksum. */
    static final int HEADER_BYTES = 8;

    /** A frame is closed when it is so long. */
    static final int ENOUGH_BYTES = 1 << 20;

    /** No frame is longer: the longest record is far shorter than the difference. */
    static final int MAX_BYTES = 64 << 20;

    private static final byte LAST = 1;

    /** Begins a frame in an empty buffer. */
    static void begin(ByteBuffer buffer, long number) {
        buffer.position(HEADER_BYTES);
        DataUtils.writeVarLong(buffer, number);
        buffer.put((byte) 0);
    }

    /** Closes the frame that was begun in the buffer, which is ready to be written then. */
    static void close(ByteBuffer buffer, long number, boolean isLast) {
        if (isLast) {
            buffer.put(HEADER_BYTES + DataUtils.getVarLongLen(number), LAST);
        }
        buffer.flip();
        ByteBuffer body = buffer.duplicate().position(HEADER_BYTES);
        buffer.putInt(0, body.remaining());
        buffer.putInt(Integer.BYTES, checksum(body));
    }

    static int checksum(ByteBuffer body) {
        CRC32C crc = new CRC32C();
        crc.update(body.duplicate());
        return (int) crc.getValue();
    }

    /** Reads what follows the checksum, which has been found right. */
    static LogFrame read(ByteBuffer body) {
        long number = DataUtils.readVarLong(body);
        boolean isLast = body.get() == LAST;
        List<LogRecord> records = new ArrayList<>();
        while (body.hasRemaining()) {
            records.add(LogRecord.read(body));
        }
        return new LogFrame(number, isLast, records);
    }
}
