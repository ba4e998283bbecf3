package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import java.util.Optional;
import sosad.app.load.KeyDistribution.Zipf;

/**
 * The demand of clients that write under the same keys again and again, all of them together.
 *
 * @param writesPerSecond 0 to {@value #MAX_RATE}
 * @param readsPerSecond 0 to {@value #MAX_RATE}
 * @param keys under how many keys they write; 1 to {@value #MAX_KEYS}, but at least one for each client
 * @param zipf the exponent of Zipf's law, by which they write and read a few of their keys most often; empty: they
 *     write them in turn and read any
 */
public record LoadSettings(int writesPerSecond, int readsPerSecond, int keys, Optional<Zipf> zipf) {
    /** The most writes, and the most reads, per second. */
    public static final int MAX_RATE = 2_000;

    /** The most keys. */
    public static final int MAX_KEYS = 10_000;

    /** @throws IllegalArgumentException naming what is out of range */
    public LoadSettings {
        check("writes per second", writesPerSecond, 0, MAX_RATE);
        check("reads per second", readsPerSecond, 0, MAX_RATE);
        check("keys", keys, 1, MAX_KEYS);
        Objects.requireNonNull(zipf);
    }

    /** Clients that write their keys in turn. */
    public LoadSettings(int writesPerSecond, int readsPerSecond, int keys) {
        this(writesPerSecond, readsPerSecond, keys, Optional.empty());
    }

    private static void check(String what, int number, int least, int most) {
        refuseIf(number < least || number > most, "%,d %s; there must be %,d to %,d", number, what, least, most);
    }

    /** Returns how many requests that makes. */
    int requestsPerSecond() {
        return writesPerSecond + readsPerSecond;
    }
}
