package sosad.node.drive;

import java.util.Optional;
import java.util.function.LongSupplier;
import sosad.message.ClockKind;
import sosad.message.Live;

/**
 * Where a client's write gets its timestamp (section "Clocks" of {@code docs/protocol.md}). A manual clock shows what
 * it was set to; a live one counts the milliseconds since its origin, and a hybrid one besides never falls behind a
 * timestamp that the node has seen.
 */
public final class NodeClock {
    /** Timestamps beyond this are not followed, lest one false message leave no room for the next. */
    private static final long LATEST = 1_000_000_000_000_000L;

    private final LongSupplier epochMillis;
    private Optional<Live> live = Optional.empty();
    private long manual;
    private long given = Long.MIN_VALUE;
    private long seen = Long.MIN_VALUE;

    /**
     * A manual clock.
     *
     * @param time what it shows until it is set
     * @param epochMillis the machine's clock, in milliseconds since 1970
     */
    public NodeClock(long time, LongSupplier epochMillis) {
        this.manual = time;
        this.epochMillis = epochMillis;
    }

    /** @throws IllegalStateException if the clock is live */
    public void set(long time) {
        if (live.isPresent()) {
            throw new IllegalStateException("the node is live and keeps its own time");
        }
        manual = time;
    }

    /** From now on the clock goes by itself. */
    public void goLive(Live settings) {
        live = Optional.of(settings);
    }

    /** The clock stands still where it is. */
    public void freeze() {
        manual = now();
        live = Optional.empty();
    }

    /** A timestamp has come in. */
    public void saw(long timestamp) {
        if (timestamp <= LATEST) {
            seen = Math.max(seen, timestamp);
        }
    }

    /** What the clock shows. */
    public long now() {
        return live.map(settings -> Math.max(wall(settings), floor(settings))).orElse(manual);
    }

    /** The timestamp of a write; a live clock never gives one twice. */
    public long next() {
        long next = live.map(settings -> Math.max(wall(settings), 1 + floor(settings)))
                .orElse(manual);
        given = Math.max(given, next);
        saw(next);
        return next;
    }

    private long wall(Live settings) {
        return epochMillis.getAsLong() - settings.originMillis() + settings.skewMillis();
    }

    private long floor(Live settings) {
        return settings.clock() == ClockKind.HYBRID ? Math.max(given, seen) : given;
    }
}
