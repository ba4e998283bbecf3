package sosad.node.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Optional;
import java.util.function.LongSupplier;
import sosad.model.Key;

/**
 * Replies to GET, kept for a while. A write through this gateway drops its key, before it is sent and when it is
 * answered, and what was being read meanwhile is not kept; writes by other ways show when the time to live has passed.
 */
final class ReadCache {
    private static final int STRIPES = 1_024;

    private static final class Kept {
        final byte[] reply;
        final long readNanos;

        Kept(byte[] reply, long readNanos) {
            this.reply = reply;
            this.readNanos = readNanos;
        }
    }

    private final Cache<Key, Kept> kept;
    private final LongSupplier nanos;
    /** The number of drops of keys, by their hash. */
    private final long[] drops = new long[STRIPES];

    private long served;
    private long totalAgeNanos;
    private long mostAgeNanos;

    /** @param nanos the time, from any origin */
    ReadCache(CacheSettings settings, LongSupplier nanos) {
        this.nanos = nanos;
        this.kept = Caffeine.newBuilder()
                .maximumSize(settings.entries())
                .expireAfterWrite(settings.timeToLive())
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** The reply kept for {@code key}. */
    Optional<byte[]> reply(Key key) {
        Kept found = kept.getIfPresent(key);
        if (found == null) {
            return Optional.empty();
        }
        long age = nanos.getAsLong() - found.readNanos;
        served++;
        totalAgeNanos += age;
        mostAgeNanos = Math.max(mostAgeNanos, age);
        return Optional.of(found.reply);
    }

    /** Returns how often {@code key} was dropped, for {@link #keep}. */
    long drops(Key key) {
        return drops[stripe(key)];
    }

    /** Keeps a reply, unless {@code key} was dropped since {@code dropsBefore} was taken, before it was asked for. */
    void keep(Key key, byte[] reply, long dropsBefore) {
        if (drops(key) == dropsBefore) {
            kept.put(key, new Kept(reply, nanos.getAsLong()));
        }
    }

    void drop(Key key) {
        drops[stripe(key)]++;
        kept.invalidate(key);
    }

    private static int stripe(Key key) {
        return key.hashCode() & STRIPES - 1;
    }

    long entries() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    /** Hits, misses and evictions; a value whose time is over is evicted too. */
    CacheStats stats() {
        return kept.stats();
    }

    /** Returns how long ago the values given from the cache had been read, on average, in milliseconds. */
    double meanAgeMillis() {
        return served == 0 ? 0 : totalAgeNanos / 1e6 / served;
    }

    double mostAgeMillis() {
        return mostAgeNanos / 1e6;
    }
}
