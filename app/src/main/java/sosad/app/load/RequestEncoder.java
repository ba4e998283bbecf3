package sosad.app.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Encodes requests in the Redis protocol into a buffer, out of which they are sent. */
final class RequestEncoder {
    private static final byte[] READ = ascii("*2\r\n$3\r\nGET\r\n$");
    private static final byte[] WRITE = ascii("*3\r\n$3\r\nSET\r\n$");
    private static final byte[] DELETE = ascii("*2\r\n$3\r\nDEL\r\n$");
    private static final int FIRST_BYTES = 16 << 10;

    private final Stamp stamp = new Stamp();
    private final int valueBytes;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** @param valueBytes to which size values are padded */
    RequestEncoder(int valueBytes) {
        this.valueBytes = valueBytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds a request. */
    void add(LoadRequest request) {
        int keyBytes = keyBytes(request);
        ensure(WRITE.length + keyBytes + Math.max(valueBytes, Stamp.MAX_BYTES) + 2 * (Decimal.MAX_DIGITS + 5));
        put(
                switch (request.kind) {
                    case READ -> READ;
                    case WRITE -> WRITE;
                    case DELETE -> DELETE;
                });
        size += Decimal.write(keyBytes, bytes, size);
        putLineEnd();
        int key = size;
        size += writeKey(request, bytes, size);
        putLineEnd();
        if (request.kind == OperationKind.WRITE) {
            bytes[size++] = '$';
            size += Decimal.write(Stamp.length(request.version, valueBytes), bytes, size);
            putLineEnd();
            size += stamp.write(bytes, key, keyBytes, request.version, valueBytes, bytes, size);
            putLineEnd();
        }
    }

    /** Adds a request that is made of words. */
    void add(String... words) {
        putText("*" + words.length);
        for (String word : words) {
            putText("$" + word.getBytes(StandardCharsets.UTF_8).length);
            putText(word);
        }
    }

    private void putText(String text) {
        byte[] line = text.getBytes(StandardCharsets.UTF_8);
        ensure(line.length + 2);
        put(line);
        putLineEnd();
    }

    static int keyBytes(LoadRequest request) {
        return request.keyPrefix.length + Decimal.digits(request.keyNumber);
    }

    /** Writes the key of a request; returns how many bytes it has. */
    static int writeKey(LoadRequest request, byte[] into, int at) {
        int prefix = request.keyPrefix.length;
        System.arraycopy(request.keyPrefix, 0, into, at, prefix);
        return prefix + Decimal.write(request.keyNumber, into, at + prefix);
    }

    private void put(byte[] part) {
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
    }

    private void putLineEnd() {
        bytes[size++] = '\r';
        bytes[size++] = '\n';
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Forgets what has been sent: the first so many bytes. */
    void sent(int first) {
        System.arraycopy(bytes, first, bytes, 0, size - first);
        size -= first;
    }

    void clear() {
        size = 0;
    }
}
