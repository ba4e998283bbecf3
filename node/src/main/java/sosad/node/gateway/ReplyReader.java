package sosad.node.gateway;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts the bytes from a backend into replies (RESP2), which are passed on as they are. Every length is checked before
 * anything is kept for it, and a reply has a limit.
 */
final class ReplyReader {
    /** The longest reply that is passed on, enough for the keys of a store of a quarter of a million keys. */
    static final int MOST_BYTES = 32 << 20;

    /** The longest line: a header, a simple string or an error. */
    private static final int MOST_LINE_BYTES = 64 * 1_024;

    /** An array up to this size is kept for the next reply. */
    private static final int IDLE_BYTES = 64 * 1_024;

    private static final byte[] NONE = {};
    private static final int MOST_DIGITS = 10;

    private byte[] bytes = NONE;
    private int first; // of the reply in progress
    private int position; // read so far
    private int end; // received so far
    private long elementsLeft = 1;

    /** Takes all readable bytes of {@code in}, which stays the caller's. */
    void feed(ByteBuf in) {
        int more = in.readableBytes();
        if (more > bytes.length - end) {
            makeRoom(more);
        }
        in.readBytes(bytes, end, more);
        end += more;
    }

    private void makeRoom(int more) {
        int held = end - first;
        byte[] roomier = held + more > bytes.length ? new byte[Math.max(held + more, 2 * bytes.length)] : bytes;
        System.arraycopy(bytes, first, roomier, 0, held);
        bytes = roomier;
        position -= first;
        end = held;
        first = 0;
    }

    /**
     * The next reply.
     *
     * @return null if its bytes have not all come
     * @throws MalformedReplyException if there is none; the reader is of no use afterwards
     */
    byte[] next() throws MalformedReplyException {
        while (elementsLeft > 0) {
            if (!readElement()) {
                if (end - first > MOST_BYTES) {
                    throw tooLong();
                }
                rest();
                return null;
            }
        }
        byte[] reply = Arrays.copyOfRange(bytes, first, position);
        first = position;
        elementsLeft = 1;
        return reply;
    }

    private void rest() {
        if (first == end) {
            first = 0;
            position = 0;
            end = 0;
            if (bytes.length > IDLE_BYTES) {
                bytes = NONE;
            }
        }
    }

    /** Reads one element; an array is its header, and adds its elements to those left. */
    private boolean readElement() throws MalformedReplyException {
        int lineEnd = lineEnd();
        if (lineEnd < 0) {
            return false;
        }
        int next = lineEnd + 2;
        switch (bytes[position]) {
            case '+', '-', ':' -> elementsLeft--;
            case '$' -> {
                int length = length(lineEnd);
                next += length < 0 ? 0 : length + 2;
                if (next > end) {
                    return false;
                }
                if (length >= 0 && (bytes[next - 2] != '\r' || bytes[next - 1] != '\n')) {
                    throw new MalformedReplyException(
                            String.format(Locale.ROOT, "a bulk string of %d bytes does not end there", length));
                }
                elementsLeft--;
            }
            case '*' -> elementsLeft += Math.max(length(lineEnd), 0) - 1L;
            default ->
                throw new MalformedReplyException(String.format(
                        Locale.ROOT,
                        "a reply begins with one of + - : $ *, not with byte 0x%02x",
                        bytes[position] & 0xff));
        }
        position = next;
        return true;
    }

    private int lineEnd() throws MalformedReplyException {
        int limit = Math.min(end, position + MOST_LINE_BYTES);
        for (int i = position; i + 1 < limit; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        if (limit < end) {
            throw new MalformedReplyException(
                    String.format(Locale.ROOT, "a line has at most %d bytes", MOST_LINE_BYTES));
        }
        return -1;
    }

    /** The number between the sign and {@code lineEnd}; -1 stands for none. */
    private int length(int lineEnd) throws MalformedReplyException {
        int digits = lineEnd - position - 1;
        if (digits == 2 && bytes[position + 1] == '-' && bytes[position + 2] == '1') {
            return -1;
        }
        long length = 0;
        for (int i = position + 1; i < lineEnd; i++) {
            if (bytes[i] < '0' || bytes[i] > '9' || digits > MOST_DIGITS) {
                throw new MalformedReplyException("a length is a number from -1");
            }
            length = 10 * length + bytes[i] - '0';
        }
        if (digits == 0) {
            throw new MalformedReplyException("a length is missing");
        }
        if (length > MOST_BYTES) {
            throw tooLong();
        }
        return (int) length;
    }

    private static MalformedReplyException tooLong() {
        return new MalformedReplyException(String.format(Locale.ROOT, "a reply has at most %,d bytes", MOST_BYTES));
    }
}
