package sosad.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of batches, one after the other, to which more are appended; nothing in it is ever changed. So what was synced
 * once stays, and what a failure of the machine has torn is at its end.
 */
final class LogFile implements AutoCloseable {
    /** The format of the file. Format 1 was that of version 0.1.0, see {@link OldStore}. */
    static final int FORMAT = 2;

    /** The beginning of a file. */
    static final byte[] MAGIC = ("sosad store " + FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);

    /** The beginning of a file of any format but the first. */
    private static final Pattern ANY_MAGIC = Pattern.compile("sosad store ([0-9]{1,6})\n");

    /** So long is that at most. */
    static final int MAX_MAGIC = 19;

    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
    private long number;
    private long end;

    private LogFile(FileChannel channel, long number, long end) {
        this.channel = channel;
        this.number = number;
        this.end = end;
    }

    /** Begins an empty file, whatever was in it. */
    static LogFile create(FileChannel channel) throws IOException {
        channel.truncate(0);
        LogFile log = new LogFile(channel, 0, 0);
        log.write(ByteBuffer.wrap(MAGIC));
        return log;
    }

    /** Goes on behind batch number {@code number}, which ends at {@code end}; what is behind that is cut off. */
    static LogFile behind(FileChannel channel, long number, long end) throws IOException {
        if (channel.size() > end) {
            channel.truncate(end);
        }
        return new LogFile(channel, number, end);
    }

    /** The format of the store in a file that begins so, if it is a store's. */
    static OptionalInt format(byte[] begin) {
        Matcher matcher = ANY_MAGIC.matcher(new String(begin, StandardCharsets.US_ASCII));
        return matcher.lookingAt() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Begins a batch; it follows the one before if there is one. */
    void begin(long newNumber) {
        number = newNumber;
        LogFrame.begin(buffer.clear(), number);
    }

    /** Adds to the batch that was begun. */
    void put(LogRecord record) throws IOException {
        if (buffer.position() > LogFrame.ENOUGH_BYTES) {
            writeFrame(false);
            LogFrame.begin(buffer.clear(), number);
        }
        if (buffer.remaining() < record.most()) {
            ByteBuffer larger = ByteBuffer.allocate(2 * buffer.capacity() + record.most());
            buffer = larger.put(buffer.flip());
        }
        record.write(buffer);
    }

    /** Ends the batch, which is whole in the file then, though not synced. */
    void endBatch() throws IOException {
        writeFrame(true);
    }

    private void writeFrame(boolean isLast) throws IOException {
        LogFrame.close(buffer, number, isLast);
        write(buffer);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
    }

    /** Appends the batches of another file from a position on. */
    void copy(LogFile from, long begin) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(LogFrame.ENOUGH_BYTES);
        long at = begin;
        while (at < from.end) {
            part.clear().limit((int) Math.min(part.capacity(), from.end - at));
            int read = from.channel.read(part, at);
            if (read <= 0) {
                throw new IOException("the file is shorter than what was written to it");
            }
            at += read;
            write(part.flip());
        }
        number = from.number;
    }

    /** The channel, to read what is there. */
    FileChannel channel() {
        return channel;
    }

    /** The number of the last batch. */
    long number() {
        return number;
    }

    /** Returns how long the file is, in bytes. */
    long end() {
        return end;
    }

    /** Makes what was written survive the machine's failure. */
    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
