package sosad.node.gateway;

import static sosad.model.ArgumentCheck.refuseIf;

import java.time.Duration;

/**
 * The settings of the read cache.
 *
 * @param entries how many keys it keeps at most
 * @param timeToLive how long after it was read a value is given at most
 */
public record CacheSettings(int entries, Duration timeToLive) {
    private static final int MAX_ENTRIES = 1_000_000;
    private static final Duration MAX_TIME_TO_LIVE = Duration.ofHours(1);

    /** @throws IllegalArgumentException if a number is out of range; the message is fit for the user */
    public CacheSettings {
        refuseIf(
                entries < 1 || entries > MAX_ENTRIES,
                "a cache of %d entries; it must have 1 to %d",
                entries,
                MAX_ENTRIES);
        refuseIf(
                timeToLive.isNegative() || timeToLive.isZero() || timeToLive.compareTo(MAX_TIME_TO_LIVE) > 0,
                "a time to live of %d ms; it must be from 1 to %d",
                timeToLive.toMillis(),
                MAX_TIME_TO_LIVE.toMillis());
    }
}
