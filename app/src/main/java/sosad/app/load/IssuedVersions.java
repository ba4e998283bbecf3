package sosad.app.load;

import java.util.concurrent.atomic.AtomicLongArray;

/** The numbers that the clients of one load, or of several under the same keys, have written so far. */
public final class IssuedVersions {
    private final AtomicLongArray last;

    /** @param keys how many keys there are */
    public IssuedVersions(int keys) {
        last = new AtomicLongArray(keys);
    }

    /** Returns the number for the next write of a key; the first is 1. */
    long next(int key) {
        return last.incrementAndGet(key);
    }

    /** Returns the number of the last write of a key; 0: there was none. */
    long last(int key) {
        return last.get(key);
    }

    int keys() {
        return last.length();
    }
}
