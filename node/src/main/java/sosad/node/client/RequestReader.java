package sosad.node.client;

import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import sosad.model.Limits;

/**
 * Cuts the bytes of one connection into requests: arrays of bulk strings, and lines as one types them in netcat. Every
 * length is checked before anything is kept for it. An element that is too long is skipped, not stored, so that the
 * connection stays in step; what is held of a request in progress is bounded by the limits on keys and values.
 */
final class RequestReader {
    /** The most elements a request may have; those beyond what commands take are only counted. */
    static final int MAX_ELEMENTS = 1 << 20;

    /** The longest element that is skipped; one announced longer closes the connection. */
    static final int MAX_SKIPPED_BYTES = 4 << 20;

    /** Room beside a key and a value: names, signs, quotes. */
    private static final int ALLOWANCE_BYTES = 1_024;

    /** An array up to this size is kept for the next read of an idle connection. */
    private static final int MAX_IDLE_BYTES = 4_096;

    private static final byte[] NONE = {};
    private static final int INCOMPLETE = -1;
    private static final int LENGTH_DIGITS = 10;
    private static final int HEADER_AWAITED = -1;

    private final Request request;
    private final int mostKeptBytes;
    private final int longestElement;

    private byte[] bytes = NONE;
    private int first; // of the request in progress
    private int position; // read so far
    private int end; // received so far

    private boolean inArray;
    private boolean inLine;
    private int elementsLeft;
    private int elementLength = HEADER_AWAITED;
    private boolean elementKept;
    private int toSkip;
    private int keptBytes; // in elements
    private int keptEnd; // after the last kept element, counted from the first byte

    /** @param request refilled with every request read */
    RequestReader(Request request, Limits limits) {
        this.request = request;
        this.mostKeptBytes = limits.keyCharacters() + limits.valueBytes() + ALLOWANCE_BYTES;
        this.longestElement = Math.max(MAX_SKIPPED_BYTES, limits.valueBytes());
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
        byte[] roomier = bytes;
        if (held + more > bytes.length) {
            roomier = new byte[Math.max(held + more, Math.min(2 * bytes.length, 2 * mostKeptBytes))];
        }
        System.arraycopy(bytes, first, roomier, 0, held);
        bytes = roomier;
        position -= first;
        end = held;
        first = 0;
    }

    /** Returns how much memory is allocated for bytes received. */
    int allocatedBytes() {
        return bytes.length;
    }

    /** Returns whether a request has begun whose end has not come. */
    boolean isMidRequest() {
        return inArray || inLine;
    }

    /**
     * Reads on to the end of the next request.
     *
     * @return false if its bytes have not all come
     * @throws ProtocolException if this is no request; the reader is of no use afterwards
     */
    boolean next() throws ProtocolException {
        do {
            while (!isMidRequest()) {
                if (position == end) {
                    rest();
                    return false;
                }
                begin();
            }
            if (!(inArray ? readArray() : readLine())) {
                return false;
            }
        } while (request.count() == 0); // without a name, in an array or a line, it asks for nothing
        return true;
    }

    private void rest() {
        first = 0;
        position = 0;
        end = 0;
        request.rest();
        if (bytes.length > MAX_IDLE_BYTES) {
            bytes = NONE;
        }
    }

    private void begin() throws ProtocolException {
        byte sign = bytes[position];
        first = position;
        request.clear();
        if (sign == '*') {
            inArray = true;
            elementsLeft = HEADER_AWAITED;
            keptBytes = 0;
        } else if (sign == '\n' || sign == '\r') {
            first = ++position; // an empty line asks for nothing
        } else if ((sign >= ' ' && sign != 127) || sign < 0 || sign == '\t') {
            inLine = true;
        } else {
            throw new ProtocolException(
                    format("a request begins with * or with a command's name, not with byte 0x%02x", sign & 0xff));
        }
    }

    private boolean readArray() throws ProtocolException {
        if (elementsLeft == HEADER_AWAITED) {
            elementsLeft = readCount();
            if (elementsLeft == INCOMPLETE) {
                return false;
            }
            keptEnd = position - first;
        }
        while (elementsLeft > 0) {
            if ((elementLength == HEADER_AWAITED && !readElementHeader()) || !readElement()) {
                closeGap();
                return false;
            }
            elementLength = HEADER_AWAITED;
            elementsLeft--;
        }
        inArray = false;
        request.complete(bytes, first);
        first = position;
        return true;
    }

    private boolean readElementHeader() throws ProtocolException {
        if (position == end) {
            return false;
        }
        if (bytes[position] != '$') {
            throw new ProtocolException("expected '$', got '%s'".formatted(printable(bytes[position])));
        }
        int length = readLength(position + 1, "bulk", longestElement);
        if (length == INCOMPLETE) {
            return false;
        }
        elementLength = length;
        elementKept = request.count() < Request.MAX_KEPT && keptBytes + length <= mostKeptBytes;
        if (elementKept) {
            keptBytes += length;
        } else {
            request.addDiscarded(length);
            toSkip = length;
        }
        return true;
    }

    private boolean readElement() throws ProtocolException {
        if (!elementKept) {
            int skipped = Math.min(toSkip, end - position);
            position += skipped;
            toSkip -= skipped;
        }
        int rest = elementKept ? elementLength : toSkip;
        if (end - position < rest + 2) {
            return false;
        }
        if (bytes[position + rest] != '\r' || bytes[position + rest + 1] != '\n') {
            throw new ProtocolException(
                    format("expected CR LF after the %d bytes announced for a bulk string", elementLength));
        }
        if (elementKept) {
            request.add(position - first, elementLength);
        }
        position += rest + 2;
        if (elementKept) {
            keptEnd = position - first;
        }
        return true;
    }

    /** Lets go of what lies between the last kept element and what is still to be read. */
    private void closeGap() {
        int gap = position - first - keptEnd;
        if (gap > 0) {
            System.arraycopy(bytes, position, bytes, position - gap, end - position);
            position -= gap;
            end -= gap;
        }
    }

    /** The number of elements after the sign at {@link #position}; 0 if it is negative, as Redis has it. */
    private int readCount() throws ProtocolException {
        if (position + 1 == end) {
            return INCOMPLETE;
        }
        if (bytes[position + 1] != '-') {
            return readLength(position + 1, "multibulk", MAX_ELEMENTS);
        }
        int beyondZero = readLength(position + 2, "multibulk", Integer.MAX_VALUE);
        if (beyondZero == 0) {
            throw wrongLength("multibulk", MAX_ELEMENTS);
        }
        return beyondZero == INCOMPLETE ? INCOMPLETE : 0;
    }

    /** The number whose digits begin at {@code from}, and its CR LF, or {@link #INCOMPLETE}. */
    private int readLength(int from, String what, int most) throws ProtocolException {
        long length = 0;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            int digits = i - from;
            if (b == '\r' && digits > 0 && length <= most) {
                if (i + 1 == end) {
                    return INCOMPLETE;
                }
                if (bytes[i + 1] == '\n') {
                    position = i + 2;
                    return (int) length;
                }
            }
            boolean leadingZero = digits == 1 && length == 0;
            if (b < '0' || b > '9' || leadingZero || digits == LENGTH_DIGITS) {
                throw wrongLength(what, most);
            }
            length = 10 * length + b - '0';
        }
        return INCOMPLETE;
    }

    private static ProtocolException wrongLength(String what, int most) {
        return new ProtocolException(
                format("invalid %s length: a number from 0 to %d and CR LF are expected", what, most));
    }

    private boolean readLine() throws ProtocolException {
        while (position < end && bytes[position] != '\n') {
            byte b = bytes[position];
            if (b == '\r') {
                if (position + 1 == end) {
                    return false;
                }
                if (bytes[position + 1] != '\n') {
                    throw new ProtocolException("a line ends with CR LF or LF, not with CR alone");
                }
            } else if ((b >= 0 && b < ' ' && b != '\t') || b == 127) {
                throw new ProtocolException(format("a line holds no control characters, got byte 0x%02x", b));
            }
            position++;
        }
        if (position - first > mostKeptBytes) {
            throw new ProtocolException(format("too big inline request: a line has at most %d bytes", mostKeptBytes));
        }
        if (position == end) {
            return false;
        }
        int lineEnd = position > first && bytes[position - 1] == '\r' ? position - 1 : position;
        position++;
        inLine = false;
        InlineArguments.split(bytes, first, lineEnd, request);
        request.complete(bytes, first);
        first = position;
        return true;
    }

    private static String printable(byte b) {
        return b >= ' ' && b < 127 ? String.valueOf((char) b) : format("\\x%02x", b & 0xff);
    }

    /**
     * Bytes that are no request of the Redis protocol, after which nobody knows where the next request begins: the
     * connection is told why and closed. The message is what follows {@code Protocol error: }.
     */
    static final class ProtocolException extends Exception {
        ProtocolException(String fault) {
            super(fault, null, false, false);
        }
    }
}
