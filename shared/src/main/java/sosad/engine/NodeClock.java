package sosad.engine;

import java.util.Optional;
import java.util.function.LongSupplier;
import sosad.message.Live;
import sosad.message.Live.ClockKind;

/**
 * The source of timestamps for client writes (section "Clocks" of {@code docs/protocol.md}). A manual clock shows what
 * it was set to; a live one counts the milliseconds since its origin, and a hybrid one besides never falls behind a
 * timestamp that the node has seen.
 */
public final class NodeClock {
    /** Far beyond what any clock can be set to; what is greater is not followed, so that there is room for the next. */
    private static final long LATEST_FOLLOWED = Long.MAX_VALUE / 2;

    private final LongSupplier epochMillis;
    private Optional<WallClock> wall = Optional.empty();
    private ClockKind kind = ClockKind.HYBRID;
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

    /** The whole state. */
    record State(Optional<WallClock> wall, ClockKind kind, long manual, long given, long seen) {}

    State state() {
        return new State(wall, kind, manual, given, seen);
    }

    void restore(State state) {
        wall = state.wall();
        kind = state.kind();
        manual = state.manual();
        given = state.given();
        seen = state.seen();
    }

    /** @throws IllegalStateException if the clock is live */
    public void set(long time) {
        if (wall.isPresent()) {
            throw new IllegalStateException("the node is live and keeps its own time");
        }
        manual = time;
    }

    /** Lets the clock run by itself. */
    public void goLive(Live settings) {
        wall = Optional.of(WallClock.of(settings, epochMillis.getAsLong()));
        kind = settings.clock();
    }

    /**
     * Sets how far the clock is ahead of the machine's, whatever it was before.
     *
     * @throws IllegalStateException if the clock is not live
     */
    public void skew(long skewMillis) {
        wall = Optional.of(live().skewed(skewMillis, epochMillis.getAsLong()));
    }

    /**
     * Sets how much faster than the machine's the clock runs, from where it stands.
     *
     * @throws IllegalStateException if the clock is not live
     */
    public void drift(int partsPerMillion) {
        wall = Optional.of(live().drifting(partsPerMillion, epochMillis.getAsLong()));
    }

    private WallClock live() {
        return wall.orElseThrow(
                () -> new IllegalStateException("the node is not live: its clock shows what set-time sets it to"));
    }

    /** The clock stands still where it is. */
    public void freeze() {
        manual = now();
        wall = Optional.empty();
    }

    /** A timestamp has come in. */
    public void saw(long timestamp) {
        if (timestamp <= LATEST_FOLLOWED) {
            seen = Math.max(seen, timestamp);
        }
    }

    /** Returns what the clock shows. */
    public long now() {
        return wall.map(clock -> Math.max(shows(clock), floor())).orElse(manual);
    }

    /** The timestamp of a write; a live clock never gives one twice. */
    public long next() {
        long next = wall.map(clock -> Math.max(shows(clock), 1 + floor())).orElse(manual);
        given = Math.max(given, next);
        saw(next);
        return next;
    }

    private long shows(WallClock clock) {
        return clock.at(epochMillis.getAsLong());
    }

    private long floor() {
        return kind == ClockKind.HYBRID ? Math.max(given, seen) : given;
    }
}
