package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Cuts the bytes from a backend into replies (RESP2), which are passed on as they are. A reply that is longer than the
 * limit is given as an error as soon as that is known, and what comes of it then is thrown away: the replies behind it
 * suffer nothing. Every length is checked before anything is kept for it.
 */
final class ReplyReader {
    /** The longest reply that is passed on, enough for the keys of a store of a quarter of a million keys. */
    static final int MAX_BYTES = 32 << 20;

    /** The longest line: a header, a simple string or an error. */
    private static final int MAX_LINE_BYTES = 64 * 1_024;

    /** An array up to this size is kept for the next reply. */
    private static final int MAX_IDLE_BYTES = 64 * 1_024;

    /** Fewer than would overflow a long, more than a reply can have bytes. */
    private static final int MAX_DIGITS = 15;

    private static final long MAX_ELEMENTS = Long.MAX_VALUE / 4;

    private static final byte[] NONE = {};

    private final int mostBytes;
    private byte[] bytes = NONE;
    private int first; // of the reply in progress
    private int position; // read so far
    private int end; // received so far
    private long elementsLeft = 1;
    private boolean isSkipping; // the reply in progress, which was given as an error
    private long skippedLeft; // of a bulk string that is thrown away

    /** A reader of replies up to the usual length. */
    ReplyReader() {
        this(MAX_BYTES);
    }

    /** @param mostBytes the longest reply that is passed on */
    ReplyReader(int mostBytes) {
        this.mostBytes = mostBytes;
    }

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
        if (isSkipping && !skip()) {
            return null;
        }
        while (elementsLeft > 0) {
            boolean isRead = readElement();
            if (isSkipping || (isRead ? position : end) - first > mostBytes) {
                isSkipping = true;
                return tooLong();
            } else if (!isRead) {
                rest();
                return null;
            }
        }
        byte[] reply = Arrays.copyOfRange(bytes, first, position);
        first = position;
        elementsLeft = 1;
        return reply;
    }

    private byte[] tooLong() {
        String error = "-TOOLONG the reply has more than %,d bytes, too many to pass on: ask for less at a time\r\n";
        return format(error, mostBytes).getBytes(US_ASCII);
    }

    /** Throws away what has come of the reply in progress; says whether that was all of it. */
    private boolean skip() throws MalformedReplyException {
        do {
            int skipped = (int) Math.min(skippedLeft, end - position);
            skippedLeft -= skipped;
            position += skipped;
            first = position;
        } while (skippedLeft == 0 && elementsLeft > 0 && readElement());
        first = position;
        rest();
        isSkipping = elementsLeft > 0 || skippedLeft > 0;
        if (!isSkipping) {
            elementsLeft = 1;
        }
        return !isSkipping;
    }

    private void rest() {
        if (first == end) {
            first = 0;
            position = 0;
            end = 0;
            if (bytes.length > MAX_IDLE_BYTES) {
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
                long length = length(lineEnd);
                elementsLeft--;
                if (length >= 0 && length + 2 > end - next) {
                    return beginBulk(next, length + 2);
                } else if (length >= 0) {
                    next += (int) length + 2;
                    checkBulkEnd(next, length);
                }
            }
            case '*' -> {
                long length = Math.max(length(lineEnd), 0);
                elementsLeft += length - 1;
                isSkipping |= length > mostBytes;
                if (elementsLeft > MAX_ELEMENTS) {
                    throw new MalformedReplyException(format("a reply of %d elements", elementsLeft));
                }
            }
            default ->
                throw new MalformedReplyException(
                        format("a reply begins with one of + - : $ *, not with byte 0x%02x", bytes[position] & 0xff));
        }
        position = next;
        return true;
    }

    /**
     * A bulk string has come in part: the rest is waited for, or thrown away if it makes the reply too long.
     *
     * @param start where it begins
     * @param length its line end included
     */
    private boolean beginBulk(int start, long length) {
        isSkipping |= start - first + length > mostBytes;
        if (isSkipping) {
            skippedLeft = length;
            position = start;
        } else {
            elementsLeft++;
        }
        return isSkipping;
    }

    private void checkBulkEnd(int next, long length) throws MalformedReplyException {
        if (bytes[next - 2] != '\r' || bytes[next - 1] != '\n') {
            throw new MalformedReplyException(format("a bulk string of %d bytes does not end there", length));
        }
    }

    private int lineEnd() throws MalformedReplyException {
        int limit = Math.min(end, position + MAX_LINE_BYTES);
        for (int i = position; i + 1 < limit; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        if (limit < end) {
            throw new MalformedReplyException(format("a line has at most %d bytes", MAX_LINE_BYTES));
        }
        return -1;
    }

    /** The number between the sign and {@code lineEnd}; -1 stands for none. */
    private long length(int lineEnd) throws MalformedReplyException {
        int digits = lineEnd - position - 1;
        if (digits == 2 && bytes[position + 1] == '-' && bytes[position + 2] == '1') {
            return -1;
        }
        long length = 0;
        for (int i = position + 1; i < lineEnd; i++) {
            if (bytes[i] < '0' || bytes[i] > '9' || digits > MAX_DIGITS) {
                throw new MalformedReplyException("a length is a number from -1");
            }
            length = 10 * length + bytes[i] - '0';
        }
        if (digits == 0) {
            throw new MalformedReplyException("a length is missing");
        }
        return length;
    }

    /** Bytes from a backend that are no reply of the Redis protocol, or too long a one. The message says which. */
    static final class MalformedReplyException extends Exception {
        MalformedReplyException(String fault) {
            super(fault, null, false, false);
        }
    }
}
