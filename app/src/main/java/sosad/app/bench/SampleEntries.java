package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import sosad.app.client.RespRequest;

/** The entries that are written: keys of 11 characters, values of 16 bytes. */
final class SampleEntries {
    /** Characters of a key and bytes of a value. */
    static final int BYTES = 11 + 16;

    private SampleEntries() {}

    static String key(int number) {
        return format("key:%07d", number);
    }

    /** @param generation how often the key was written before */
    static String value(int number, int generation) {
        return format("value:%07d:%02d", number, generation);
    }

    /** The request that writes it. */
    static RespRequest set(int number, int generation) {
        return RespRequest.set(key(number), value(number, generation));
    }
}
