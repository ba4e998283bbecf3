package sosad.app.load;

import java.util.List;

/** The columns of some operations of a log, {@value #BYTES_PER_OPERATION} bytes each. */
final class OperationChunk {
    /** How many operations it holds, as a power of 2. */
    static final int SHIFT = 14;

    static final int SIZE = 1 << SHIFT;
    static final int MASK = SIZE - 1;

    /** Three longs, three ints, a short and a byte. */
    static final int BYTES_PER_OPERATION = 39;

    private static final List<OperationKind> KINDS = List.of(OperationKind.values());
    private static final List<OperationOutcome> OUTCOMES = List.of(OperationOutcome.values());

    final long[] version = new long[SIZE];
    final long[] invokedNanos = new long[SIZE];
    final long[] completedNanos = new long[SIZE];
    final int[] client = new int[SIZE];
    final int[] key = new int[SIZE];
    final int[] staleBy = new int[SIZE];
    final short[] server = new short[SIZE];
    private final byte[] kindAndOutcome = new byte[SIZE];

    void set(
            int at,
            int ofClient,
            int atServer,
            OperationKind kind,
            int ofKey,
            long ofVersion,
            long invoked,
            long completed,
            OperationOutcome outcome) {
        client[at] = ofClient;
        server[at] = (short) atServer;
        kindAndOutcome[at] = (byte) (KINDS.indexOf(kind) * OUTCOMES.size() + OUTCOMES.indexOf(outcome));
        key[at] = ofKey;
        version[at] = ofVersion;
        invokedNanos[at] = invoked;
        completedNanos[at] = completed;
    }

    OperationKind kind(int at) {
        return KINDS.get(kindAndOutcome[at] / OUTCOMES.size());
    }

    OperationOutcome outcome(int at) {
        return OUTCOMES.get(kindAndOutcome[at] % OUTCOMES.size());
    }
}
