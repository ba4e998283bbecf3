package sosad.app.diagram.plot;

import java.util.Arrays;
import sosad.app.load.Operation;
import sosad.app.load.OperationLog;

/**
 * The operations of a log as dots, in the order in which they were sent; {@value #BYTES_PER_DOT} bytes each. What is
 * added to the log comes in by {@link #take}. Not safe for use by several threads.
 */
public final class OperationDots {
    /** A long, an int, a short and two bytes. */
    static final int BYTES_PER_DOT = 16;

    /** Stale by more versions is drawn alike. */
    public static final int MAX_DEPTH = 15;

    /** A read may be judged some time after it was answered: so many of the last are looked at again. */
    private static final int JUDGED_LATER = 1 << 15;

    private static final int OFFSET_BITS = 22;

    private final OperationLog log;
    private final int[] counts = new int[DotKind.values().length];
    long[] sentNanos = new long[1_024];
    short[] levels = new short[1_024];
    byte[] servers = new byte[1_024];
    byte[] kinds = new byte[1_024];
    private int[] operations = new int[1_024];
    private int size;
    private long endNanos;
    private int lowest = Short.MAX_VALUE;
    private int highest;
    private boolean isJudged = true;

    public OperationDots(OperationLog log) {
        this.log = log;
    }

    /** Returns the log that they come from. */
    public OperationLog log() {
        return log;
    }

    /**
     * Takes in what has been added to the log, and what has been judged since.
     *
     * @param most the most that is taken in at once
     * @return whether there is more
     */
    public boolean take(int most) {
        judge(Math.max(0, size - JUDGED_LATER));
        int from = size;
        int added = Math.min(Math.min(most, 1 << OFFSET_BITS), log.size() - from);
        if (added > 0) {
            grow(from + added);
            merge(from, sorted(from, added));
            size = from + added;
        }
        return size < log.size();
    }

    /** Looks again at every read that was not judged yet. */
    public void judge() {
        judge(0);
    }

    private void judge(int from) {
        if (isJudged) {
            return;
        }
        boolean all = true;
        for (int dot = from; dot < size; dot++) {
            if (kinds[dot] == 0) {
                kinds[dot] = packed(operations[dot]);
                if (kinds[dot] != 0) {
                    counts[0]--;
                    counts[kind(dot).code]++;
                }
                all &= log.staleBy(operations[dot]) != Operation.NOT_JUDGED;
            }
        }
        isJudged = all && from == 0;
    }

    private void grow(int needed) {
        if (needed > sentNanos.length) {
            int length = Math.max(needed, sentNanos.length + sentNanos.length / 2);
            sentNanos = Arrays.copyOf(sentNanos, length);
            levels = Arrays.copyOf(levels, length);
            servers = Arrays.copyOf(servers, length);
            kinds = Arrays.copyOf(kinds, length);
            operations = Arrays.copyOf(operations, length);
        }
    }

    /** Returns the numbers of operations, in the order in which they were sent: time and number in one word each. */
    private int[] sorted(int from, int count) {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int i = from; i < from + count; i++) {
            first = Math.min(first, log.invokedNanos(i));
            last = Math.max(last, log.invokedNanos(i));
        }
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(last - first) - (Long.SIZE - 1 - OFFSET_BITS));
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = (((log.invokedNanos(from + i) - first) >> shift) << OFFSET_BITS) | i;
        }
        Arrays.sort(words);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = from + (int) (words[i] & ((1 << OFFSET_BITS) - 1));
        }
        return order;
    }

    /** Merges from the end: what is new is later than nearly all of what there was. */
    private void merge(int old, int[] added) {
        int left = old - 1;
        int to = old + added.length - 1;
        for (int right = added.length - 1; right >= 0; right--, to--) {
            long sent = log.invokedNanos(added[right]);
            for (; left >= 0 && sentNanos[left] > sent; left--, to--) {
                sentNanos[to] = sentNanos[left];
                levels[to] = levels[left];
                servers[to] = servers[left];
                kinds[to] = kinds[left];
                operations[to] = operations[left];
            }
            put(to, added[right], sent);
        }
    }

    private void put(int dot, int operation, long sent) {
        long completed = log.completedNanos(operation);
        short level = LatencyScale.level(completed - sent);
        sentNanos[dot] = sent;
        levels[dot] = level;
        servers[dot] = (byte) log.server(operation);
        kinds[dot] = packed(operation);
        operations[dot] = operation;
        counts[kind(dot).code]++;
        isJudged &= kinds[dot] != 0 || log.staleBy(operation) != Operation.NOT_JUDGED;
        endNanos = Math.max(endNanos, completed);
        lowest = Math.min(lowest, level);
        highest = Math.max(highest, level);
    }

    private byte packed(int operation) {
        DotKind kind = DotKind.of(log, operation);
        int depth = kind == DotKind.STALE ? Math.min(MAX_DEPTH, log.staleBy(operation)) : 0;
        return (byte) ((depth << 4) | kind.code);
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns how many there are of a kind. */
    public int count(DotKind kind) {
        return counts[kind.code];
    }

    /** Returns whether every read is judged. */
    public boolean isJudged() {
        return isJudged;
    }

    /** Returns when the last reply came, since the beginning of the log. */
    public long endNanos() {
        return endNanos;
    }

    /** Returns the scale on which all latencies have room. */
    public LatencyScale scale() {
        return size == 0 ? LatencyScale.between(100_000, 100_000_000) : new LatencyScale(lowest, highest);
    }

    /** Returns the first dot that was sent then or later; {@link #size} if there is none. */
    public int firstFrom(long nanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentNanos[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns when the operation was sent. */
    public long sentNanos(int dot) {
        return sentNanos[dot];
    }

    /** Returns the number of the operation in the log. */
    public int operation(int dot) {
        return operations[dot];
    }

    /** Returns the number of its server in the log. */
    public int server(int dot) {
        return servers[dot] & 0xFF;
    }

    /** Returns its kind. */
    public DotKind kind(int dot) {
        return DotKind.ofCode(kinds[dot] & 0xF);
    }

    /** Returns by how many versions it is stale, up to {@value #MAX_DEPTH}. */
    public int depth(int dot) {
        return (kinds[dot] >> 4) & 0xF;
    }

    /** Returns the dot of an operation; -1: it is not taken in yet. */
    public int dotOf(int operation) {
        if (operation < 0 || operation >= size) {
            return -1;
        }
        for (int dot = firstFrom(log.invokedNanos(operation)); dot < size; dot++) {
            if (operations[dot] == operation) {
                return dot;
            }
        }
        return -1;
    }
}
