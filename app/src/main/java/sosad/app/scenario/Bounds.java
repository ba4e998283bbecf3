package sosad.app.scenario;

import sosad.model.Version;

/** The limits of a scenario file. */
final class Bounds {
    /** The most bytes of a file. */
    static final int MAX_FILE_BYTES = 1 << 20;

    /** The most steps of a scenario. */
    static final int MAX_STEPS = 10_000;

    /** The most nodes of a cluster. */
    static final int MAX_NODES = 26;

    /**
     * The latest time T, the negative of the earliest, and the largest skew: some thirty thousand years in
     * milliseconds, so that no clock leaves the range of a long.
     */
    static final long MAX_TIME = Version.LATEST / 2;

    /** The latest timestamp that a clock can show, and the negative of the earliest: of a T, and a skew. */
    static final long MAX_TIMESTAMP = Version.LATEST;

    /** The most messages that can be counted by {@code nth}. */
    static final int MAX_NTH = 1_000_000;

    private Bounds() {}
}
