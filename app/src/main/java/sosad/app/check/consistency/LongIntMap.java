package sosad.app.check.consistency;

/** A map from numbers to indexes without an object for each entry; key and index lie together in memory. */
final class LongIntMap {
    /** The index of what is not in it. */
    static final int ABSENT = -1;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] pairs = new long[2 * 16]; // a key, and its index plus one; 0: none
    private int size;

    int get(long key) {
        return (int) pairs[place(key) + 1] - 1;
    }

    void put(long key, int index) {
        int place = place(key);
        if (pairs[place + 1] == 0 && ++size * 4 > pairs.length) {
            grow();
            place = place(key);
        }
        pairs[place] = key;
        pairs[place + 1] = index + 1L;
    }

    private int place(long key) {
        int mask = pairs.length - 1;
        int place = (2 * (int) ((key * MIX) >>> 33)) & mask;
        while (pairs[place + 1] != 0 && pairs[place] != key) {
            place = (place + 2) & mask;
        }
        return place;
    }

    private void grow() {
        long[] old = pairs;
        pairs = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int place = place(old[i]);
                pairs[place] = old[i];
                pairs[place + 1] = old[i + 1];
            }
        }
    }
}
