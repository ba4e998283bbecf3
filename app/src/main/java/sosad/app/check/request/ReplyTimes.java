package sosad.app.check.request;

import java.util.Arrays;

/** Times of replies, in nanoseconds, kept one by one. For one thread. */
final class ReplyTimes {
    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[256];
    private int size;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
    }

    int size() {
        return size;
    }

    /** Returns the time that such a share of them, 0 to 1, do not exceed; 0 if there are none. */
    double millis(double share) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.floor(share * size))] / NANOS_A_MILLI;
    }
}
