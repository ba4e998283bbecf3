package sosad.app.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * The values that clients write: {@code 17:9ae6f0c1}, a number and a seal by which any change of key or value is seen,
 * and then as many {@code ~} as it takes to fill a size. Not to be used by several threads.
 */
public final class Stamp {
    /** The most bytes of a stamp that is not padded. */
    static final int MAX_BYTES = Decimal.MAX_DIGITS + 1 + 8;

    private static final int HEX_DIGITS = 8;
    private static final int MAX_NUMBER_DIGITS = 18;
    private static final byte PADDING = '~';
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final CRC32C checksum = new CRC32C();
    private final byte[] length = new byte[1 + Decimal.MAX_DIGITS];

    /** Returns the value that a client writes under this key. */
    public static String of(String key, long number) {
        byte[] value = new byte[MAX_BYTES];
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int bytes = new Stamp().write(keyBytes, 0, keyBytes.length, number, 0, value, 0);
        return new String(value, 0, bytes, StandardCharsets.US_ASCII);
    }

    /** Returns the number that was written under this key as {@code value}; empty if no client wrote that. */
    public static OptionalLong number(String key, String value) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        long number = new Stamp().read(keyBytes, 0, keyBytes.length, bytes, 0, bytes.length);
        return number == Operation.FOREIGN ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Returns the bytes that a value takes. */
    static int length(long number, int leastBytes) {
        return Math.max(Decimal.digits(number) + 1 + HEX_DIGITS, leastBytes);
    }

    /**
     * Writes a value.
     *
     * @param leastBytes to which size it is padded
     * @return how many bytes it has
     */
    int write(byte[] key, int keyAt, int keyBytes, long number, int leastBytes, byte[] into, int at) {
        int digits = Decimal.write(number, into, at);
        int bytes = length(number, leastBytes);
        int seal = seal(key, keyAt, keyBytes, into, at, digits, bytes);
        int next = at + digits;
        into[next++] = ':';
        for (int shift = 28; shift >= 0; shift -= 4) {
            into[next++] = HEX[seal >>> shift & 15];
        }
        Arrays.fill(into, next, at + bytes, PADDING);
        return bytes;
    }

    /** Returns the number in a value, or {@link Operation#FOREIGN} if no client wrote it under this key. */
    long read(byte[] key, int keyAt, int keyBytes, byte[] value, int at, int bytes) {
        int end = at + bytes;
        int colon = at;
        long number = 0;
        while (colon < end && value[colon] >= '0' && value[colon] <= '9' && colon - at < MAX_NUMBER_DIGITS) {
            number = 10 * number + value[colon++] - '0';
        }
        int padding = colon + 1 + HEX_DIGITS;
        if (colon == at || padding > end || value[colon] != ':') {
            return Operation.FOREIGN;
        }
        int seal = seal(key, keyAt, keyBytes, value, at, colon - at, bytes);
        for (int i = colon + 1, shift = 28; i < padding; i++, shift -= 4) {
            if (value[i] != HEX[seal >>> shift & 15]) {
                return Operation.FOREIGN;
            }
        }
        for (int i = padding; i < end; i++) {
            if (value[i] != PADDING) {
                return Operation.FOREIGN;
            }
        }
        return number;
    }

    /** The length is sealed only where there is padding. */
    private int seal(byte[] key, int keyAt, int keyBytes, byte[] number, int numberAt, int digits, int bytes) {
        checksum.reset();
        checksum.update(key, keyAt, keyBytes);
        checksum.update(':');
        checksum.update(number, numberAt, digits);
        if (bytes > digits + 1 + HEX_DIGITS) {
            length[0] = PADDING;
            checksum.update(length, 0, 1 + Decimal.write(bytes, length, 1));
        }
        return (int) checksum.getValue();
    }
}
