package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A reply in the Redis protocol, byte by byte; a byte is a character of ISO 8859-1.
 *
 * @param sign its first byte
 * @param text a line without its sign, or a bulk string
 * @param isNull whether it is a null bulk string or a null array
 * @param items the replies in it, if it is an array, a set or a map
 */
record RawReply(char sign, String text, boolean isNull, List<RawReply> items) {
    private static final int MAX_LINE = 65_536;
    private static final int MAX_BULK = 64 << 20;
    private static final int MAX_ITEMS = 1 << 20;
    private static final int MAX_DEPTH = 64;

    RawReply {
        items = List.copyOf(items);
    }

    /** Bytes that are no reply of the Redis protocol (RESP2 or RESP3). */
    static final class MalformedReplyException extends IOException {
        MalformedReplyException(String what) {
            super(what);
        }
    }

    /**
     * Reads the next reply.
     *
     * @throws EOFException if the stream ends before it does
     * @throws MalformedReplyException if it is none
     */
    static RawReply read(InputStream in) throws IOException {
        return read(in, 0);
    }

    private static RawReply read(InputStream in, int depth) throws IOException {
        int sign = in.read();
        if (sign < 0) {
            throw new EOFException("the connection was closed");
        }
        return switch (sign) {
            case '+', '-', '#', ',', '(' -> new RawReply((char) sign, line(in), false, List.of());
            case '_' -> new RawReply('_', line(in), true, List.of());
            case ':' -> number(in);
            case '$', '=' -> bulk(in);
            case '*', '~', '>' -> array(in, 1, depth);
            case '%' -> array(in, 2, depth);
            default -> throw new MalformedReplyException(format("a reply that begins with byte 0x%02x", sign));
        };
    }

    private static RawReply number(InputStream in) throws IOException {
        String number = line(in);
        if (!number.matches("-?[0-9]{1,19}")) {
            throw new MalformedReplyException("the number \"%s\"".formatted(Printable.of(number)));
        }
        return new RawReply(':', number, false, List.of());
    }

    private static RawReply bulk(InputStream in) throws IOException {
        int length = length(in, MAX_BULK);
        if (length < 0) {
            return new RawReply('$', "", true, List.of());
        }
        byte[] bytes = in.readNBytes(length);
        int cr = in.read();
        int lf = in.read();
        if (bytes.length < length || cr < 0 || lf < 0) {
            throw new EOFException("the connection was closed in the middle of a reply");
        }
        if (cr != '\r' || lf != '\n') {
            throw new MalformedReplyException(format("no CR LF after a bulk string of %,d bytes", length));
        }
        return new RawReply('$', new String(bytes, StandardCharsets.ISO_8859_1), false, List.of());
    }

    private static RawReply array(InputStream in, int itemsEach, int depth) throws IOException {
        int count = length(in, MAX_ITEMS);
        if (count < 0) {
            return new RawReply('*', "", true, List.of());
        }
        if (depth == MAX_DEPTH) {
            throw new MalformedReplyException(format("arrays in arrays, more than %d", MAX_DEPTH));
        }
        List<RawReply> items = new ArrayList<>();
        for (int i = 0; i < itemsEach * count; i++) {
            items.add(read(in, depth + 1));
        }
        return new RawReply('*', format("%,d items", count), false, items);
    }

    /** The length after a sign; -1: null. */
    private static int length(InputStream in, int most) throws IOException {
        String digits = line(in);
        if (digits.equals("-1")) {
            return -1;
        }
        if (!digits.matches("[0-9]{1,9}") || Integer.parseInt(digits) > most) {
            throw new MalformedReplyException("the length \"%s\"".formatted(Printable.of(digits)));
        }
        return Integer.parseInt(digits);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\r'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed in the middle of a reply");
            }
            if (b == '\n' || line.length() == MAX_LINE) {
                throw new MalformedReplyException(
                        "the line \"%s\" without CR LF".formatted(Printable.of(line.toString())));
            }
            line.append((char) b);
        }
        int lf = in.read();
        if (lf < 0) {
            throw new EOFException("the connection was closed in the middle of a reply");
        }
        if (lf != '\n') {
            throw new MalformedReplyException("the line \"%s\" without CR LF".formatted(Printable.of(line.toString())));
        }
        return line.toString();
    }

    boolean isError() {
        return sign == '-';
    }

    /** Returns the reply as it is shown: its sign and its text, in one line. */
    String shown() {
        return isNull ? "(nil)" : sign == '$' ? "\"" + Printable.of(text) + "\"" : sign + Printable.of(text);
    }
}
