package sosad.message;

import java.util.Locale;
import java.util.Objects;

/**
 * How a node runs by its own clock (section "Live" of {@code docs/protocol.md}).
 *
 * @param clock which clock gives writes their timestamps
 * @param originMillis what the clock counts from, in milliseconds since 1970
 * @param skewMillis how far the clock runs ahead; negative: behind
 * @param pushMillis for how long writes are collected before they are pushed
 * @param syncMillis how often a peer gets a sync
 * @param readMillis how long a read waits for the answers of peers
 */
public record Live(
        ClockKind clock, long originMillis, long skewMillis, int pushMillis, int syncMillis, int readMillis) {
    /** The longest interval, an hour. */
    public static final int MOST_MILLIS = 3_600_000;

    /** Hybrid clock from the given origin, pushes every 20 ms, syncs every second, reads for half a second. */
    public static Live since(long originMillis) {
        return new Live(ClockKind.HYBRID, originMillis, 0, 20, 1_000, 500);
    }

    /** @throws IllegalArgumentException naming the interval that is not from 1 ms to an hour */
    public Live {
        Objects.requireNonNull(clock);
        check("push", pushMillis);
        check("sync", syncMillis);
        check("read", readMillis);
    }

    private static void check(String name, int millis) {
        if (millis < 1 || millis > MOST_MILLIS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "a %s interval of %d ms; possible are 1 to %d", name, millis, MOST_MILLIS));
        }
    }
}
