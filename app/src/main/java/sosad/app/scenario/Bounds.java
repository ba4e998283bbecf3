package sosad.app.scenario;

/** How far a scenario file may go. */
final class Bounds {
    /** The most bytes of a file. */
    static final int FILE_BYTES = 1 << 20;

    /** The most steps of a scenario. */
    static final int STEPS = 10_000;

    /** The most nodes of a cluster. */
    static final int NODES = 26;

    /**
     * The latest time T, the negative of the earliest, and the largest skew: some thirty thousand years in
     * milliseconds, so that no clock leaves the range of a long.
     */
    static final long TIME = 1_000_000_000_000_000L;

    /** The latest timestamp that a clock can show, and the negative of the earliest. */
    static final long TIMESTAMP = 2 * TIME;

    /** The most messages that can be counted by {@code nth}. */
    static final int NTH = 1_000_000;

    private Bounds() {}
}
