package sosad.node.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The replies to be written next, in RESP2 unless told otherwise: collected here, written to the connection in one
 * piece.
 */
public final class Replies {
    private static final int MAX_ERROR_CHARACTERS = 1_024;
    private static final String ELLIPSIS = "...";

    /** An array up to this size is kept for the next replies. */
    private static final int MAX_IDLE_BYTES = 4_096;

    /** Most digits of a long, its minus sign included. */
    private static final int LONG_BYTES = 20;

    /** More than a sign, a length and two line ends. */
    private static final int FRAME_BYTES = LONG_BYTES + 5;

    private static final byte[] NONE = {};
    private static final byte[] OK = ascii("+OK\r\n");
    private static final byte[] NULL_STRING = ascii("$-1\r\n");
    private static final byte[] NULL = ascii("_\r\n");

    private byte[] bytes = NONE;
    private int size;
    private RespVersion version = RespVersion.RESP2;

    /** Writes in this version of the protocol from now on. */
    void speak(RespVersion newVersion) {
        version = newVersion;
    }

    RespVersion version() {
        return version;
    }

    private boolean isThird() {
        return version == RespVersion.RESP3;
    }

    /** Returns how many bytes wait to be written. */
    int size() {
        return size;
    }

    /** All that was collected since the last call, as a buffer that is the caller's. */
    ByteBuf take(ByteBufAllocator allocator) {
        ByteBuf taken = allocator.directBuffer(size).writeBytes(bytes, 0, size);
        size = 0;
        if (bytes.length > MAX_IDLE_BYTES) {
            bytes = NONE;
        }
        return taken;
    }

    /** All that was collected since the last call. */
    public byte[] takeBytes() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    void append(Replies other) {
        raw(other.bytes, 0, other.size);
    }

    /** One whole reply as somebody else gave it in RESP2. */
    public void whole(byte[] reply) {
        if (isThird()) {
            NullsOfResp3.write(reply, this);
        } else {
            raw(reply);
        }
    }

    /** The rest of a reply whose beginning is written, ready made. */
    public void rest(byte[] from, int start, int length) {
        raw(from, start, length);
    }

    public void ok() {
        raw(OK);
    }

    /** A null: there is no value. */
    public void absent() {
        raw(isThird() ? NULL : NULL_STRING);
    }

    /** A simple string; {@code text} is ASCII in one line. */
    public void simple(String text) {
        raw(ascii("+" + text + "\r\n"));
    }

    /**
     * An error; what would break the line is replaced by a blank, and what is past {@value #MAX_ERROR_CHARACTERS}
     * characters is left out: clients read an error as one line.
     */
    public void error(String text) {
        String shown = text.length() > MAX_ERROR_CHARACTERS
                ? text.substring(0, MAX_ERROR_CHARACTERS - ELLIPSIS.length()) + ELLIPSIS
                : text;
        String line = shown.replace('\r', ' ').replace('\n', ' ');
        raw(("-" + line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public void integer(long number) {
        ensure(FRAME_BYTES);
        header(':', number);
    }

    /** Announces an array of {@code length} replies, which follow. */
    public void array(int length) {
        ensure(FRAME_BYTES);
        header('*', length);
    }

    /** Announces a map: so many names, each with what it stands for. In RESP2 they follow as an array. */
    public void map(int pairs) {
        ensure(FRAME_BYTES);
        header(isThird() ? '%' : '*', isThird() ? pairs : 2L * pairs);
    }

    /** Announces a set of so many replies. In RESP2 they follow as an array. */
    public void set(int length) {
        ensure(FRAME_BYTES);
        header(isThird() ? '~' : '*', length);
    }

    public void bulk(byte[] value) {
        bulk(value, 0, value.length);
    }

    public void bulk(byte[] from, int start, int length) {
        ensure(length + FRAME_BYTES);
        header('$', length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
        lineEnd();
    }

    public void bulk(String text) {
        bulk(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A name, and what it stands for. */
    void field(String name, String text) {
        bulk(name);
        bulk(text);
    }

    private void raw(byte[] from) {
        raw(from, 0, from.length);
    }

    void raw(byte[] from, int start, int length) {
        ensure(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    private void header(char sign, long number) {
        bytes[size++] = (byte) sign;
        if (number >= 0 && number < 10) {
            bytes[size++] = (byte) ('0' + number);
        } else {
            digits(number);
        }
        lineEnd();
    }

    private void digits(long number) {
        String text = Long.toString(number);
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    private void lineEnd() {
        bytes[size++] = '\r';
        bytes[size++] = '\n';
    }

    private void ensure(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), Math.max(256, 2 * bytes.length)));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
