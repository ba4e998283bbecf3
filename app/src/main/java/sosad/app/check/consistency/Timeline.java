package sosad.app.check.consistency;

import java.util.Arrays;

/** A number that only grows, and when it did: what it was at any moment is found fast if that is not long ago. */
final class Timeline {
    private static final int COLUMNS = 3;
    private static final int NANOS = 0;
    private static final int VALUE = 1;
    private static final int NOTE = 2;
    private static final int FEW = 2;

    private long[] rows = new long[COLUMNS * FEW];
    private int size;

    /** It is this from now on, if that is more than it was. */
    void raise(long at, long to, int note) {
        int row = COLUMNS * size;
        if (size > 0 && rows[row - COLUMNS + VALUE] >= to) {
            return;
        }
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, 2 * row);
        }
        rows[row + NANOS] = size == 0 ? at : Math.max(at, nanos(size - 1)); // told of late, it counts from then
        rows[row + VALUE] = to;
        rows[row + NOTE] = note;
        size++;
    }

    /** Returns which of its values it had just before that moment; -1 if it had none. */
    int before(long moment) {
        int high = size;
        int low = size;
        for (int step = 1; low > 0 && nanos(low - 1) >= moment; step *= 2) {
            high = low;
            low = Math.max(0, low - step);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos(middle) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Returns which of its values was the first of at least so much; -1 if none was. */
    int firstAtLeast(long least) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value(middle) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size ? low : -1;
    }

    long value(int i) {
        return rows[COLUMNS * i + VALUE];
    }

    long nanos(int i) {
        return rows[COLUMNS * i + NANOS];
    }

    int note(int i) {
        return (int) rows[COLUMNS * i + NOTE];
    }
}
