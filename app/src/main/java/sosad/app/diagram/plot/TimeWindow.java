package sosad.app.diagram.plot;

import static sosad.model.ArgumentCheck.refuseIf;

/**
 * A stretch of time that is looked at.
 *
 * @param fromNanos its beginning, since the beginning of the log
 * @param toNanos its end, after its beginning
 */
public record TimeWindow(long fromNanos, long toNanos) {
    /** The shortest that can be looked at: within 20 µs operations are told apart. */
    public static final long MIN_NANOS = 20_000;

    /** @throws IllegalArgumentException if it ends before it has begun */
    public TimeWindow {
        refuseIf(toNanos <= fromNanos, "a window from %,d to %,d ns", fromNanos, toNanos);
    }

    /** Returns the time from 0 to an end, of at least a second: the first operations do not jump. */
    public static TimeWindow until(long endNanos) {
        return new TimeWindow(0, Math.max(1_000_000_000, endNanos));
    }

    /** Returns how long it is. */
    public long nanos() {
        return toNanos - fromNanos;
    }

    /** Returns the moment at a share of it, 0 for its beginning. */
    public long at(double share) {
        return fromNanos + Math.round(share * nanos());
    }

    /**
     * Returns a shorter or longer stretch in which a moment keeps its place.
     *
     * @param factor below 1 to look closer
     * @param share where the moment is, 0 for the beginning
     * @param whole which it does not leave
     */
    public TimeWindow zoomed(double factor, double share, TimeWindow whole) {
        long least = Math.min(MIN_NANOS, whole.nanos());
        long length = Math.max(least, Math.min(whole.nanos(), Math.round(nanos() * factor)));
        long from = at(share) - Math.round(share * length);
        return new TimeWindow(from, from + length).within(whole);
    }

    /** Returns as much of the time later, by a share of its length; earlier if the share is negative. */
    public TimeWindow moved(double share, TimeWindow whole) {
        long by = Math.round(share * nanos());
        return new TimeWindow(fromNanos + by, toNanos + by).within(whole);
    }

    /** Returns as much of the time, moved so that a moment is in it, and not at its edge. */
    public TimeWindow showing(long nanos, TimeWindow whole) {
        long edge = nanos() / 20;
        if (nanos >= fromNanos + edge && nanos <= toNanos - edge) {
            return this;
        }
        return new TimeWindow(nanos - nanos() / 2, nanos - nanos() / 2 + nanos()).within(whole);
    }

    /** Returns as much of the time that does not leave the whole. */
    public TimeWindow within(TimeWindow whole) {
        if (nanos() >= whole.nanos()) {
            return whole;
        }
        long from = Math.max(whole.fromNanos, Math.min(fromNanos, whole.toNanos - nanos()));
        return new TimeWindow(from, from + nanos());
    }

    /**
     * Returns the stretch between two moments, in either order, or a little more if they are close.
     *
     * @param whole which it does not leave
     */
    public static TimeWindow between(long one, long other, TimeWindow whole) {
        long from = Math.min(one, other);
        return new TimeWindow(from, Math.max(from + MIN_NANOS, Math.max(one, other))).within(whole);
    }
}
