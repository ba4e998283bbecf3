package sosad.app.simulate;

import sosad.message.Live;

/** The times of the rounds, as nodes keep them in live mode by default. */
final class SimulatedTime {
    private static final Live LIVE = Live.since(0);

    private SimulatedTime() {}

    /** Returns how long after the writes a round is over: the push comes first, then a sync in each interval. */
    static long millisAfter(int rounds) {
        return LIVE.pushMillis() + (rounds - 1L) * LIVE.syncMillis();
    }
}
