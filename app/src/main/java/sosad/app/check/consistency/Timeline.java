package sosad.app.check.consistency;

import java.util.Arrays;

/** A number that only grows, and when it did: what it was at any moment is found fast if that is not long ago. */
final class Timeline {
    private static final int FEW = 4;

    private long[] nanos = new long[FEW];
    private long[] value = new long[FEW];
    private byte[] note = new byte[FEW];
    private int size;

    /** It is this from now on, if that is more than it was. */
    void raise(long at, long to, int why) {
        if (size > 0 && value[size - 1] >= to) {
            return;
        }
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
            note = Arrays.copyOf(note, 2 * size);
        }
        nanos[size] = at;
        value[size] = to;
        note[size++] = (byte) why;
    }

    /** Returns which of its values it had just before that moment; -1 if it had none. */
    int before(long moment) {
        int high = size;
        int low = size;
        for (int step = 1; low > 0 && nanos[low - 1] >= moment; step *= 2) {
            high = low;
            low = Math.max(0, low - step);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    long value(int i) {
        return value[i];
    }

    long nanos(int i) {
        return nanos[i];
    }

    int note(int i) {
        return note[i];
    }

    /** Returns what it is now, or {@code none} if it never was anything. */
    long last(long none) {
        return size == 0 ? none : value[size - 1];
    }
}
