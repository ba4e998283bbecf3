package sosad.app.check.consistency;

import java.util.Arrays;

/** The newest write under each key that each client has read, and the newest of its own that it had acknowledged. */
final class ClientViews {
    private static final int CLIENT_SHIFT = 32;
    private static final int COLUMNS = 4;
    private static final int READ = 0;
    private static final int READ_NANOS = 1;
    private static final int OWN = 2;
    private static final int OWN_NANOS = 3;

    private final LongIntMap slots = new LongIntMap();
    private int size;
    private long[] rows = new long[COLUMNS * 64];

    /** Returns where it is kept what a client knows of a key. */
    int slot(int client, int key) {
        long both = (long) client << CLIENT_SHIFT | key;
        int slot = slots.get(both);
        if (slot == LongIntMap.ABSENT) {
            slot = COLUMNS * size++;
            if (slot == rows.length) {
                rows = Arrays.copyOf(rows, 2 * slot);
            }
            rows[slot + READ] = KeyWrites.INITIAL;
            rows[slot + OWN] = KeyWrites.INITIAL;
            slots.put(both, slot);
        }
        return slot;
    }

    /** Returns what the client had read before it sent a request at that moment. */
    int readBefore(int slot, long moment) {
        return rows[slot + READ_NANOS] < moment ? (int) rows[slot + READ] : KeyWrites.INITIAL;
    }

    /** Returns which of its own writes was acknowledged before it sent a request at that moment. */
    int ownBefore(int slot, long moment) {
        return rows[slot + OWN_NANOS] < moment ? (int) rows[slot + OWN] : KeyWrites.INITIAL;
    }

    /** The client has read this; returns whether it is newer than all it had read. */
    boolean read(int slot, int write, long nanos) {
        return raise(slot + READ, write, nanos);
    }

    /** The client had this acknowledged. */
    void wrote(int slot, int write, long nanos) {
        raise(slot + OWN, write, nanos);
    }

    private boolean raise(int column, int write, long nanos) {
        boolean isNewer = write > rows[column];
        if (isNewer) {
            rows[column] = write;
            rows[column + 1] = nanos;
        }
        return isNewer;
    }
}
