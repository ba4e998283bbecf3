package sosad.app.load;

import static sosad.model.PlainFormat.format;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Finds the replies of a server in the bytes that came, one after the other, without an object for each. */
final class ReplyDecoder {
    /** The most bytes of a value. */
    static final int MAX_BULK = 16 << 20;

    /** The most bytes of a line. */
    static final int MAX_LINE = 4_096;

    private static final int MAX_LENGTH_DIGITS = 9;

    private byte type;
    private boolean isNil;
    private int from;
    private int to;

    /**
     * Finds the reply that begins at {@code at}.
     *
     * @return where the next begins; -1: this one is not complete
     * @throws ProtocolException if it is none that a read, a write or a delete can have
     */
    int next(byte[] bytes, int at, int end) throws ProtocolException {
        int lineEnd = lineEnd(bytes, at, end);
        if (lineEnd < 0) {
            return -1;
        }
        type = bytes[at];
        isNil = type == '_';
        from = at + 1;
        to = lineEnd;
        return switch (type) {
            case '+', '-', ':', '_' -> lineEnd + 2;
            case '$' -> bulk(bytes, end);
            default ->
                throw new ProtocolException("a reply begins with \"%s\"".formatted(printable(bytes, at, lineEnd)));
        };
    }

    private static int lineEnd(byte[] bytes, int at, int end) throws ProtocolException {
        for (int i = at; i < end - 1; i++) {
            if (bytes[i] == '\r') {
                if (bytes[i + 1] != '\n') {
                    throw new ProtocolException("a line of a reply is not terminated correctly");
                }
                return i;
            }
        }
        if (end - at > MAX_LINE) {
            throw new ProtocolException(format("a line of a reply is longer than %,d bytes", MAX_LINE));
        }
        return -1;
    }

    private int bulk(byte[] bytes, int end) throws ProtocolException {
        int length = length(bytes);
        int begin = to + 2;
        if (length < 0) {
            isNil = true;
            return begin;
        }
        from = begin;
        to = begin + length;
        if (to + 2 > end) {
            return -1;
        }
        if (bytes[to] != '\r' || bytes[to + 1] != '\n') {
            throw new ProtocolException("a value in a reply is not as long as it says");
        }
        return to + 2;
    }

    private int length(byte[] bytes) throws ProtocolException {
        if (to - from == 2 && bytes[from] == '-' && bytes[from + 1] == '1') {
            return -1;
        }
        long length = to == from || to - from > MAX_LENGTH_DIGITS ? Long.MAX_VALUE : 0;
        for (int i = from; i < to && length <= MAX_BULK; i++) {
            length = bytes[i] < '0' || bytes[i] > '9' ? Long.MAX_VALUE : 10 * length + bytes[i] - '0';
        }
        if (length > MAX_BULK) {
            throw new ProtocolException(
                    format("a reply has a length of \"%s\"; the limit is %,d", printable(bytes, from, to), MAX_BULK));
        }
        return (int) length;
    }

    /** Returns the first byte of the reply, which says what it is. */
    byte type() {
        return type;
    }

    /** Returns whether it says that there is nothing. */
    boolean isNil() {
        return isNil;
    }

    /** Returns where its text or value begins. */
    int from() {
        return from;
    }

    /** Returns how many bytes its text or value has. */
    int length() {
        return to - from;
    }

    private static String printable(byte[] bytes, int from, int to) {
        int shown = Math.min(to - from, 20);
        return new String(bytes, from, shown, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
    }
}
