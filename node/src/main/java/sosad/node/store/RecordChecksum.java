package sosad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A checksum at the end of every record, over the record and the name under which it is kept. The file below checks
 * that its pages are where they should be, but not what is in them.
 */
final class RecordChecksum {
    /** The number of bytes at the end of a record. */
    static final int BYTES = Integer.BYTES;

    private RecordChecksum() {}

    /** The record from the buffer's beginning to its position, with its seal. */
    static byte[] close(String name, ByteBuffer buffer) {
        int length = buffer.flip().limit();
        byte[] sealed = new byte[length + BYTES];
        buffer.get(sealed, 0, length);
        ByteBuffer.wrap(sealed).putInt(length, checksum(name, sealed, length));
        return sealed;
    }

    /**
     * The record without its seal.
     *
     * @throws DamageException if the seal does not fit the record or the name
     */
    static ByteBuffer open(String name, byte[] sealed) throws DamageException {
        int length = sealed.length - BYTES;
        if (length < 0 || checksum(name, sealed, length) != of(sealed)) {
            throw new DamageException("the checksum of the record \"%s\" is wrong".formatted(name));
        }
        return ByteBuffer.wrap(sealed, 0, length);
    }

    /** The checksum that a sealed record carries. */
    static int of(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getInt(sealed.length - BYTES);
    }

    private static int checksum(String name, byte[] record, int length) {
        CRC32C crc = new CRC32C();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        crc.update(record, 0, length);
        return (int) crc.getValue();
    }

    /**
     * The failure when data read differs from data written. The message says how that shows, without the file's name.
     */
    static final class DamageException extends Exception {
        DamageException(String message) {
            super(message);
        }
    }
}
