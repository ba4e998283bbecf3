package sosad.engine;

import sosad.message.Live;

/**
 * A live node's wall clock: the machine's, set ahead and drifting. A value; time comes in as a number.
 *
 * @param originMillis what it counts from, in milliseconds since 1970
 * @param aheadMillis how far it was ahead of the machine's at {@code sinceMillis}; negative: behind
 * @param partsPerMillion how much faster than the machine's it has run from then on; negative: slower
 * @param sinceMillis on the machine's clock
 */
record WallClock(long originMillis, long aheadMillis, int partsPerMillion, long sinceMillis) {
    private static final long MILLION = 1_000_000;

    /** A clock that runs true. */
    static WallClock of(Live settings, long epochMillis) {
        return new WallClock(settings.originMillis(), settings.skewMillis(), 0, epochMillis);
    }

    /** Returns what it shows when the machine's shows {@code epochMillis}. */
    long at(long epochMillis) {
        return epochMillis - originMillis + ahead(epochMillis);
    }

    private long ahead(long epochMillis) {
        return aheadMillis + Math.floorDiv((epochMillis - sinceMillis) * partsPerMillion, MILLION);
    }

    /** The clock that is so far ahead from now on, and drifts as before. */
    WallClock skewed(long skewMillis, long epochMillis) {
        return new WallClock(originMillis, skewMillis, partsPerMillion, epochMillis);
    }

    /** The clock that drifts so from now on, from where it stands. */
    WallClock drifting(int newPartsPerMillion, long epochMillis) {
        return new WallClock(originMillis, ahead(epochMillis), newPartsPerMillion, epochMillis);
    }
}
