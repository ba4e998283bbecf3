package sosad.record;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import sosad.wire.MalformedException;

/** Bytes that were written by {@link ByteWriter}, from the beginning on; whatever they are, nothing is read twice. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    /** The next byte, which stays where it is; -1: there is none. */
    int peek() {
        return hasMore() ? bytes[at] & 0xFF : -1;
    }

    int octet() throws MalformedException {
        if (!hasMore()) {
            throw new MalformedException(format("the bytes end at %,d, in the middle of something", at));
        }
        return bytes[at++] & 0xFF;
    }

    long number() throws MalformedException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            number |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return number;
            }
        }
        throw new MalformedException(format("a number at byte %,d has no end", at));
    }

    long signed() throws MalformedException {
        long number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    /** A number of things of which each takes at least a byte. */
    int count() throws MalformedException {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new MalformedException(
                    format("%,d of something at byte %,d, where %,d bytes are left", count, at, bytes.length - at));
        }
        return (int) count;
    }

    byte[] array() throws MalformedException {
        int length = count();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String text() throws MalformedException {
        return new String(array(), StandardCharsets.UTF_8);
    }
}
