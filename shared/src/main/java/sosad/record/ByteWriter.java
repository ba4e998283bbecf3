package sosad.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at their end; numbers take the fewer of them the smaller they are. */
final class ByteWriter {
    private byte[] bytes;
    private int size;

    ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void octet(int octet) {
        room(1);
        bytes[size++] = (byte) octet;
    }

    /** A number that is seldom negative. */
    void number(long number) {
        room(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number near zero, of either sign. */
    void signed(long number) {
        number((number << 1) ^ (number >> 63));
    }

    void array(byte[] array) {
        number(array.length);
        room(array.length);
        System.arraycopy(array, 0, bytes, size, array.length);
        size += array.length;
    }

    /** A text of ASCII letters alone. */
    @SuppressWarnings("deprecation") // what is deprecated about it is that it takes ASCII alone
    void ascii(String text) {
        int length = text.length();
        number(length);
        room(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    void text(String text) {
        array(text.getBytes(StandardCharsets.UTF_8));
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
