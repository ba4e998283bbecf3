package sosad.message;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;

/**
 * The settings of live mode (section "Live" of {@code docs/protocol.md}).
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
    /** The longest interval, and the greatest skew either way: an hour. */
    public static final int MAX_MILLIS = 3_600_000;

    /** The latest origin: the year 2100. */
    private static final long MAX_ORIGIN_MILLIS = 4_102_444_800_000L;

    /** Hybrid clock from the given origin, pushes every 20 ms, syncs every second, reads for half a second. */
    public static Live since(long originMillis) {
        return new Live(ClockKind.HYBRID, originMillis, 0, 20, 1_000, 500);
    }

    /**
     * @throws IllegalArgumentException naming the interval that is not from 1 ms to an hour, the skew of more than an
     *     hour, or the origin before 1970 or after 2100
     */
    public Live {
        Objects.requireNonNull(clock);
        checkSkew(skewMillis);
        refuseIf(
                originMillis < 0 || originMillis > MAX_ORIGIN_MILLIS,
                "a clock origin of %d ms; it must be from 0 to %d, from 1970 to 2100",
                originMillis,
                MAX_ORIGIN_MILLIS);
        check("push", pushMillis);
        check("sync", syncMillis);
        check("read", readMillis);
    }

    /** @throws IllegalArgumentException if that is more than an hour either way */
    static void checkSkew(long skewMillis) {
        refuseIf(
                skewMillis < -MAX_MILLIS || skewMillis > MAX_MILLIS,
                "a skew of %d ms; it must be from -%2$d to %2$d, an hour",
                skewMillis,
                MAX_MILLIS);
    }

    private static void check(String name, int millis) {
        refuseIf(
                millis < 1 || millis > MAX_MILLIS,
                "a %s interval of %d ms; it must be from 1 to %d",
                name,
                millis,
                MAX_MILLIS);
    }

    /** The clock that timestamps a live node's writes (section "Clocks" of {@code docs/protocol.md}). */
    public enum ClockKind {
        /** The wall clock, but never behind a timestamp that the node has seen: a hybrid logical clock. */
        HYBRID,
        /** The wall clock, strictly increasing from write to write. */
        WALL
    }
}
