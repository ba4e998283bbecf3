package sosad.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** Reads the frames of a {@link LogFile}, one after the other, as far as they are whole. */
final class LogReader {
    private static final int READ_BYTES = 256 << 10;

    private final FileChannel channel;
    private final long limit;
    private ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES).limit(0);
    private long position;

    /**
     * A reader of the file's first bytes.
     *
     * @param limit how many
     */
    LogReader(FileChannel channel, long limit) {
        this.channel = channel;
        this.limit = limit;
        this.position = LogFile.MAGIC.length;
    }

    /** The bytes with which the file begins; fewer if it has no more. */
    static byte[] beginning(FileChannel channel, int bytes) throws IOException {
        ByteBuffer begin = ByteBuffer.allocate(bytes);
        int read = 0;
        while (begin.hasRemaining() && read >= 0) {
            read = channel.read(begin, begin.position());
        }
        return Arrays.copyOf(begin.array(), begin.position());
    }

    /** Returns where what was read ends, in bytes from the file's beginning. */
    long position() {
        return position;
    }

    /** The next frame; empty at the end, and where what follows is not whole. */
    Optional<LogFrame> next() throws IOException {
        if (!fill(LogFrame.HEADER_BYTES)) {
            return Optional.empty();
        }
        int length = buffer.getInt(buffer.position());
        if (length <= 0 || length > LogFrame.MAX_BYTES || !fill(LogFrame.HEADER_BYTES + length)) {
            return Optional.empty();
        }
        int checksum = buffer.getInt(buffer.position() + Integer.BYTES);
        ByteBuffer body = buffer.slice(buffer.position() + LogFrame.HEADER_BYTES, length);
        if (LogFrame.checksum(body) != checksum) {
            return Optional.empty();
        }
        LogFrame frame = LogFrame.read(body);
        buffer.position(buffer.position() + LogFrame.HEADER_BYTES + length);
        position += LogFrame.HEADER_BYTES + length;
        return Optional.of(frame);
    }

    /** Has at least so many bytes from the position on in the buffer; false if the file has not so many. */
    private boolean fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return true;
        }
        if (limit - position < bytes) {
            return false;
        }
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes).put(buffer);
        } else {
            buffer.compact();
        }
        long at = position + buffer.position();
        buffer.limit((int) Math.min(buffer.capacity(), limit - position));
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, at);
            at += Math.max(0, read);
        }
        buffer.flip();
        return buffer.remaining() >= bytes;
    }
}
