package sosad.app.fabric;

import java.util.Collection;

/**
 * The times at which the messages of a link come out. Where the link carries only so much, it takes in one after the
 * other; then each has its delay. They keep their order, unless they may overtake each other. Time comes in as a
 * number.
 */
final class Timetable {
    private static final double NANOS_PER_SECOND = 1e9;

    private long freeAtNanos = Long.MIN_VALUE;
    private long lastDueNanos = Long.MIN_VALUE;

    /** A message comes to the link. */
    void admit(Transit transit, LinkConditions faults, long nowNanos) {
        transit.bytesLeft = (double) transit.bytes * transit.chances.copies(faults);
        takeIn(transit, faults, nowNanos);
        comesOut(transit, faults);
    }

    /**
     * Sets new faults, also for messages on their way, as if they had been in force since each message entered.
     *
     * @param underWay in the order in which they came
     */
    void change(Collection<? extends Transit> underWay, LinkConditions faults, long nowNanos) {
        forget();
        for (Transit transit : underWay) {
            if (transit.entersNanos > nowNanos) {
                if (transit.beginsNanos < nowNanos) {
                    double share =
                            (double) (transit.entersNanos - nowNanos) / (transit.entersNanos - transit.beginsNanos);
                    transit.bytesLeft *= share;
                }
                takeIn(transit, faults, nowNanos);
            }
            comesOut(transit, faults);
        }
    }

    /** Nothing is on its way any more: nothing has to wait for it. */
    void forget() {
        freeAtNanos = Long.MIN_VALUE;
        lastDueNanos = Long.MIN_VALUE;
    }

    private void takeIn(Transit transit, LinkConditions faults, long nowNanos) {
        transit.beginsNanos = nowNanos;
        transit.entersNanos = nowNanos;
        if (faults.bytesPerSecond() > 0) {
            transit.beginsNanos = Math.max(nowNanos, freeAtNanos);
            transit.entersNanos =
                    transit.beginsNanos + Math.round(NANOS_PER_SECOND * transit.bytesLeft / faults.bytesPerSecond());
            freeAtNanos = transit.entersNanos;
        }
    }

    private void comesOut(Transit transit, LinkConditions faults) {
        transit.dueNanos = transit.entersNanos + transit.chances.delayNanos(faults);
        if (faults.reorderMillis() == 0) {
            transit.dueNanos = Math.max(transit.dueNanos, lastDueNanos);
            lastDueNanos = transit.dueNanos;
        }
    }
}
