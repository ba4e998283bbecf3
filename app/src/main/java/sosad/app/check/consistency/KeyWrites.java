package sosad.app.check.consistency;

import java.util.Arrays;

/**
 * The writes and deletes of one key, numbered as they were sent. One is certainly older than another if it was answered
 * before the other was sent; nothing is said of two that overlap. One that is never answered may be done at any time
 * later, so it is older than nothing.
 */
final class KeyWrites {
    /** What a key holds before anything was written: older than every write. */
    static final int INITIAL = -1;

    /** No write has this version. */
    static final int UNKNOWN = -2;

    /** Something was held or not, and it cannot be said which write that was: it is compared with nothing. */
    static final int OPEN = -3;

    private static final long NEVER = Long.MAX_VALUE;
    private static final long DELETED = 0;

    /** Writes that overlap are counted one by one, but no more of them than this. */
    private static final int MAX_COUNTED = 1_000;

    private static final int FEW = 4;

    private long[] version = new long[FEW];
    private long[] sent = new long[FEW];
    private long[] answered = new long[FEW];
    private int[] client = new int[FEW];
    private int[] place = new int[FEW]; // among the acknowledged ones
    private int size;

    private int[] acknowledged = new int[FEW]; // in the order of their replies
    private int[] latestSent = new int[FEW]; // the last one sent of all up to that one
    private int acknowledgedCount;

    private boolean isAscending = true; // versions grow as they are sent
    private boolean isSequential = true; // each acknowledged one was sent after the one before was answered
    private int openDeletes;
    private int lastDelete = INITIAL;

    /** One is sent; returns its number. */
    int send(int by, long writtenVersion, long nanos) {
        if (size == version.length) {
            int longer = 2 * size;
            version = Arrays.copyOf(version, longer);
            sent = Arrays.copyOf(sent, longer);
            answered = Arrays.copyOf(answered, longer);
            client = Arrays.copyOf(client, longer);
            place = Arrays.copyOf(place, longer);
        }
        isAscending &= writtenVersion != DELETED && (size == 0 || version[size - 1] < writtenVersion);
        openDeletes += writtenVersion == DELETED ? 1 : 0;
        version[size] = writtenVersion;
        sent[size] = nanos;
        answered[size] = NEVER;
        client[size] = by;
        place[size] = UNKNOWN;
        return size++;
    }

    /** One is acknowledged, later than all that are. */
    void acknowledge(int write, long nanos) {
        if (acknowledgedCount == acknowledged.length) {
            acknowledged = Arrays.copyOf(acknowledged, 2 * acknowledgedCount);
            latestSent = Arrays.copyOf(latestSent, 2 * acknowledgedCount);
        }
        int before = acknowledgedCount - 1;
        if (before >= 0) {
            isSequential &= sent[write] > answered[acknowledged[before]];
        }
        if (version[write] == DELETED) {
            openDeletes--;
            lastDelete = write;
        }
        answered[write] = nanos;
        place[write] = acknowledgedCount;
        acknowledged[acknowledgedCount] = write;
        latestSent[acknowledgedCount] = before < 0 ? write : Math.max(write, latestSent[before]);
        acknowledgedCount++;
    }

    /** Returns the number of the last one that this client has sent and that was not acknowledged. */
    int openOf(int by, long writtenVersion) {
        for (int i = size - 1; i >= 0; i--) {
            if (client[i] == by && version[i] == writtenVersion && answered[i] == NEVER) {
                return i;
            }
        }
        return UNKNOWN;
    }

    /** Returns which write a read that got this version has seen; 0: it got nothing. */
    int seen(long readVersion) {
        if (readVersion == DELETED) {
            return openDeletes > 0 ? OPEN : lastDelete;
        }
        return isAscending ? seenAscending(readVersion) : seenAnywhere(readVersion);
    }

    private int seenAscending(long readVersion) {
        int low = size; // reads mostly see one of the last writes
        for (int step = 1; low > 0 && version[low - 1] >= readVersion; step *= 2) {
            low = Math.max(0, low - step);
        }
        int at = Arrays.binarySearch(version, low, size, readVersion);
        return at >= 0 ? at : UNKNOWN;
    }

    private int seenAnywhere(long readVersion) {
        for (int i = size - 1; i >= 0; i--) {
            if (version[i] == readVersion) {
                return i;
            }
        }
        return UNKNOWN;
    }

    /** Returns how many were acknowledged before that moment. */
    int acknowledgedBefore(long nanos) {
        int high = acknowledgedCount;
        int low = high;
        for (int step = 1; low > 0 && answered[acknowledged[low - 1]] >= nanos; step *= 2) {
            high = low;
            low = Math.max(0, low - step);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (answered[acknowledged[middle]] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the last one sent of the first {@code count} acknowledged ones; {@link #INITIAL} of none. */
    int latestOf(int count) {
        return count == 0 ? INITIAL : latestSent[count - 1];
    }

    /** Returns whether one is certainly older than another. */
    boolean isOlder(int one, int other) {
        return one > OPEN && other > INITIAL && answered(one) < sent[other];
    }

    private long answered(int write) {
        return write == INITIAL ? Long.MIN_VALUE : answered[write];
    }

    /** Returns how many of the first {@code count} acknowledged ones are certainly newer than {@code than}. */
    int newer(int than, int count) {
        int first = than == INITIAL ? 0 : place[than] + 1;
        if (isSequential) {
            return count - first;
        }
        int newer = 0;
        for (int i = count - 1; i >= first && newer < MAX_COUNTED; i--) {
            newer += isOlder(than, acknowledged[i]) ? 1 : 0;
        }
        return newer;
    }

    /** Returns when the first one was acknowledged that is certainly newer; there must be one. */
    long replacedAt(int than) {
        int first = than == INITIAL ? 0 : place[than] + 1;
        while (!isOlder(than, acknowledged[first])) {
            first++;
        }
        return answered[acknowledged[first]];
    }

    long version(int write) {
        return write < 0 ? DELETED : version[write];
    }

    int client(int write) {
        return client[write];
    }

    long sentNanos(int write) {
        return sent[write];
    }

    long answeredNanos(int write) {
        return answered[write];
    }

    int acknowledgedCount() {
        return acknowledgedCount;
    }
}
