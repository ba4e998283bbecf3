package sosad.app.bench;

import java.util.List;
import java.util.Locale;
import sosad.app.cluster.ClientConnection;

/** The entries that are written: keys of 11 characters, values of 16 bytes. */
final class Sample {
    /** Characters of a key and bytes of a value. */
    static final int BYTES = 11 + 16;

    private Sample() {}

    static String key(int number) {
        return String.format(Locale.ROOT, "key:%07d", number);
    }

    /** @param generation how often the key was written before */
    static String value(int number, int generation) {
        return String.format(Locale.ROOT, "value:%07d:%02d", number, generation);
    }

    /** The request that writes it. */
    static List<byte[]> set(int number, int generation) {
        return set(key(number), value(number, generation));
    }

    /** The request that writes this value. */
    static List<byte[]> set(String key, String value) {
        return List.of(ClientConnection.ascii("SET"), ClientConnection.ascii(key), ClientConnection.ascii(value));
    }
}
