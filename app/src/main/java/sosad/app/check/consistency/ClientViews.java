package sosad.app.check.consistency;

import java.util.Arrays;

/** The newest write under each key that each client has read, and the newest of its own that it had acknowledged. */
final class ClientViews {
    private static final int MANY = 64;
    private static final int CLIENT_SHIFT = 32;

    private final LongIntMap slots = new LongIntMap();
    private int size;
    private int[] read = new int[MANY];
    private long[] readNanos = new long[MANY];
    private int[] own = new int[MANY];
    private long[] ownNanos = new long[MANY];

    /** Returns where it is kept what a client knows of a key. */
    int slot(int client, int key) {
        long both = (long) client << CLIENT_SHIFT | key;
        int slot = slots.get(both);
        if (slot == LongIntMap.ABSENT) {
            slot = size++;
            if (slot == read.length) {
                int longer = 2 * slot;
                read = Arrays.copyOf(read, longer);
                readNanos = Arrays.copyOf(readNanos, longer);
                own = Arrays.copyOf(own, longer);
                ownNanos = Arrays.copyOf(ownNanos, longer);
            }
            read[slot] = KeyWrites.INITIAL;
            own[slot] = KeyWrites.INITIAL;
            slots.put(both, slot);
        }
        return slot;
    }

    /** Returns what the client had read before it sent a request at that moment. */
    int readBefore(int slot, long moment) {
        return readNanos[slot] < moment ? read[slot] : KeyWrites.INITIAL;
    }

    /** Returns which of its own writes was acknowledged before it sent a request at that moment. */
    int ownBefore(int slot, long moment) {
        return ownNanos[slot] < moment ? own[slot] : KeyWrites.INITIAL;
    }

    /** The client has read this; returns whether it is newer than all it had read. */
    boolean read(int slot, int write, long nanos) {
        boolean isNewer = write > read[slot];
        if (isNewer) {
            read[slot] = write;
            readNanos[slot] = nanos;
        }
        return isNewer;
    }

    /** The client had this acknowledged. */
    void wrote(int slot, int write, long nanos) {
        if (write > own[slot]) {
            own[slot] = write;
            ownNanos[slot] = nanos;
        }
    }
}
