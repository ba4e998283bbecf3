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

    private static final int FEW = 2;

    /** A row of numbers for each write lies together in memory: what a read needs of it is one access. */
    private static final int COLUMNS = 5;

    private static final int VERSION = 0;
    private static final int SENT = 1;
    private static final int ANSWERED = 2;
    private static final int CLIENT = 3;
    private static final int PLACE = 4; // among the acknowledged ones

    private static final int REPLY_COLUMNS = 2;
    private static final int WRITE = 0;
    private static final int LATEST_SENT = 1; // of all acknowledged up to this one

    private long[] rows = new long[COLUMNS * FEW];
    private int size;
    private long[] replies = new long[REPLY_COLUMNS * FEW]; // in the order of time
    private int acknowledgedCount;

    private boolean isAscending = true; // versions grow as they are sent
    private boolean isSequential = true; // each acknowledged one was sent after the one before was answered
    private int openDeletes;
    private int lastDelete = INITIAL;

    /** One is sent; returns its number. */
    int send(int by, long version, long nanos) {
        isAscending &= version != DELETED && (size == 0 || version(size - 1) < version);
        openDeletes += version == DELETED ? 1 : 0;
        int row = COLUMNS * size;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, 2 * row);
        }
        rows[row + VERSION] = version;
        rows[row + SENT] = nanos;
        rows[row + ANSWERED] = NEVER;
        rows[row + CLIENT] = by;
        rows[row + PLACE] = UNKNOWN;
        return size++;
    }

    /** One is acknowledged, later than all that are. */
    void acknowledge(int write, long nanos) {
        int row = REPLY_COLUMNS * acknowledgedCount;
        if (row == replies.length) {
            replies = Arrays.copyOf(replies, 2 * row);
        }
        boolean isFirst = acknowledgedCount == 0;
        isSequential &= isFirst || sentNanos(write) > answered(acknowledged(acknowledgedCount - 1));
        if (version(write) == DELETED) {
            openDeletes--;
            lastDelete = write;
        }
        rows[COLUMNS * write + ANSWERED] = nanos;
        rows[COLUMNS * write + PLACE] = acknowledgedCount;
        replies[row + WRITE] = write;
        replies[row + LATEST_SENT] = isFirst ? write : Math.max(write, replies[row - REPLY_COLUMNS + LATEST_SENT]);
        acknowledgedCount++;
    }

    private int acknowledged(int number) {
        return (int) replies[REPLY_COLUMNS * number + WRITE];
    }

    /** Returns the number of the last one that this client has sent and that was not acknowledged. */
    int openOf(int by, long version) {
        for (int i = size - 1; i >= 0; i--) {
            if (client(i) == by && version(i) == version && answered(i) == NEVER) {
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
        int high = size;
        int low = size; // reads mostly see one of the last writes
        for (int step = 1; low > 0 && version(low - 1) >= readVersion; step *= 2) {
            high = low;
            low = Math.max(0, low - step);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (version(middle) < readVersion) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size && version(low) == readVersion ? low : UNKNOWN;
    }

    private int seenAnywhere(long readVersion) {
        for (int i = size - 1; i >= 0; i--) {
            if (version(i) == readVersion) {
                return i;
            }
        }
        return UNKNOWN;
    }

    /** Returns how many were acknowledged before that moment. */
    int acknowledgedBefore(long nanos) {
        int high = acknowledgedCount;
        int low = high;
        for (int step = 1; low > 0 && answered(acknowledged(low - 1)) >= nanos; step *= 2) {
            high = low;
            low = Math.max(0, low - step);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (answered(acknowledged(middle)) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the last one sent of the first {@code count} acknowledged ones; {@link #INITIAL} of none. */
    int latestOf(int count) {
        return count == 0 ? INITIAL : (int) replies[REPLY_COLUMNS * (count - 1) + LATEST_SENT];
    }

    /** Returns whether one is certainly older than another. */
    boolean isOlder(int one, int other) {
        return one > OPEN && other > INITIAL && answered(one) < sentNanos(other);
    }

    private long answered(int write) {
        return write == INITIAL ? Long.MIN_VALUE : rows[COLUMNS * write + ANSWERED];
    }

    /** Returns how many were acknowledged up to this one. */
    private int first(int than) {
        return than == INITIAL ? 0 : (int) rows[COLUMNS * than + PLACE] + 1;
    }

    /** Returns how many of the first {@code count} acknowledged ones are certainly newer than {@code than}. */
    int newer(int than, int count) {
        int first = first(than);
        if (isSequential) {
            return count - first;
        }
        int newer = 0;
        for (int i = count - 1; i >= first && newer < MAX_COUNTED; i--) {
            newer += isOlder(than, acknowledged(i)) ? 1 : 0;
        }
        return newer;
    }

    /** Returns which one was acknowledged first of all that are certainly newer; there must be one. */
    int firstNewer(int than) {
        int first = first(than);
        while (!isOlder(than, acknowledged(first))) {
            first++;
        }
        return acknowledged(first);
    }

    long version(int write) {
        return write < 0 ? DELETED : rows[COLUMNS * write + VERSION];
    }

    int client(int write) {
        return (int) rows[COLUMNS * write + CLIENT];
    }

    long sentNanos(int write) {
        return rows[COLUMNS * write + SENT];
    }

    long answeredNanos(int write) {
        return answered(write);
    }

    int acknowledgedCount() {
        return acknowledgedCount;
    }
}
