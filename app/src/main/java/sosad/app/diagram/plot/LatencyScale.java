package sosad.app.diagram.plot;

/**
 * A logarithmic scale of latencies.
 *
 * @param lowest the level at its lower end
 * @param highest the level at its upper end; at least two decades higher
 */
public record LatencyScale(int lowest, int highest) {
    /** Latencies are kept as levels, 512 to a doubling: finer than any screen. */
    private static final double LEVELS = 512 / Math.log(2);

    private static final double LEVELS_A_DECADE = LEVELS * Math.log(10);

    public LatencyScale {
        highest = Math.max(highest, lowest + (int) (2 * LEVELS_A_DECADE));
    }

    /** Returns a scale from one latency to another. */
    public static LatencyScale between(long lowestNanos, long highestNanos) {
        return new LatencyScale(level(lowestNanos), level(highestNanos));
    }

    /** Returns the level of a latency, which fits into a short. */
    static short level(long nanos) {
        return (short) Math.round(LEVELS * Math.log((double) Math.max(1, nanos)));
    }

    /** Returns where a level is, 0 at the lower end and 1 at the upper. */
    double share(int level) {
        return Math.max(0, Math.min(1, (double) (level - lowest) / (highest - lowest)));
    }

    /** Returns where a power of ten of nanoseconds is, 0 at the lower end and 1 at the upper. */
    public double shareOfDecade(int exponent) {
        return (exponent * LEVELS_A_DECADE - lowest) / (highest - lowest);
    }

    /** Returns the least power of ten of nanoseconds on it. */
    public int firstDecade() {
        return (int) Math.ceil(lowest / LEVELS_A_DECADE);
    }

    /** Returns the greatest power of ten of nanoseconds on it. */
    public int lastDecade() {
        return (int) Math.floor(highest / LEVELS_A_DECADE);
    }
}
