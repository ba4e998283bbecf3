package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.CopyOnWriteArrayList;
import sosad.model.NodeId;

/**
 * The requests of clients and their replies, in the order in which they were added: that of completion, but for the
 * moment that one of several threads may hold back. Many threads may add to it while others read: what stands before
 * {@link #size} does not change any more, but for the judgement of its reads. It is made for millions of operations,
 * which it keeps in columns of primitive values; {@link #get} makes a record of one.
 */
public final class OperationLog {
    /** The most servers. */
    public static final int MAX_SERVERS = 1 << 15;

    /** The most operations. */
    public static final int MAX_SIZE = 100_000_000;

    private final long originNanos;
    private final Object growing = new Object();
    private final Map<String, Integer> keyIndexes = new HashMap<>();
    private final Map<NodeId, Integer> serverIndexes = new HashMap<>();
    private final List<NodeId> servers = new CopyOnWriteArrayList<>();
    private volatile String[] keys = new String[16];
    private int keyCount;
    private volatile OperationChunk[] chunks = new OperationChunk[0];
    private volatile int size;

    /** An empty log, which begins now. */
    public OperationLog() {
        this(System.nanoTime());
    }

    /** @param originNanos when it begins, by {@link System#nanoTime} */
    public OperationLog(long originNanos) {
        this.originNanos = originNanos;
    }

    /** Returns when it began, by {@link System#nanoTime}: its operations count from then. */
    public long originNanos() {
        return originNanos;
    }

    /** Returns how many operations there are so far. */
    public int size() {
        return size;
    }

    /** Adds an operation, and its judgement. */
    public void add(Operation operation) {
        synchronized (growing) {
            append(
                    operation.client(),
                    internServer(operation.server()),
                    operation.kind(),
                    internKey(operation.key()),
                    operation.version(),
                    operation.invokedNanos(),
                    operation.completedNanos(),
                    operation.outcome(),
                    operation.staleBy());
        }
    }

    /**
     * Adds an operation that nobody has judged, without a record of it.
     *
     * @param server as {@link #internServer} numbered it
     * @param key as {@link #internKey} numbered it
     * @return its number
     */
    public int add(
            int client,
            int server,
            OperationKind kind,
            int key,
            long version,
            long invokedNanos,
            long completedNanos,
            OperationOutcome outcome) {
        synchronized (growing) {
            return append(
                    client, server, kind, key, version, invokedNanos, completedNanos, outcome, Operation.NOT_JUDGED);
        }
    }

    private int append(
            int client,
            int server,
            OperationKind kind,
            int key,
            long version,
            long invokedNanos,
            long completedNanos,
            OperationOutcome outcome,
            int staleBy) {
        int at = size;
        refuseIf(at == MAX_SIZE, "a log of operations holds at most %,d", MAX_SIZE);
        if (at >> OperationChunk.SHIFT == chunks.length) {
            OperationChunk[] longer = Arrays.copyOf(chunks, chunks.length + 1);
            longer[chunks.length] = new OperationChunk();
            chunks = longer;
        }
        OperationChunk chunk = chunk(at);
        int in = at & OperationChunk.MASK;
        chunk.set(in, client, server, kind, key, version, invokedNanos, completedNanos, outcome);
        chunk.staleBy[in] = staleBy;
        size = at + 1;
        return at;
    }

    /** Returns the number of a server, which it has from now on. */
    public int internServer(NodeId server) {
        synchronized (growing) {
            return serverIndexes.computeIfAbsent(server, absent -> {
                refuseIf(servers.size() == MAX_SERVERS, "a log of operations knows at most %,d servers", MAX_SERVERS);
                servers.add(server);
                return servers.size() - 1;
            });
        }
    }

    /** Returns the number of a key, which it has from now on. */
    public int internKey(String key) {
        Objects.requireNonNull(key);
        synchronized (growing) {
            return keyIndexes.computeIfAbsent(key, absent -> {
                if (keyCount == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * keys.length);
                }
                keys[keyCount] = key;
                return keyCount++;
            });
        }
    }

    /** Returns the servers by their numbers; those that come later are not in it. */
    public List<NodeId> servers() {
        return List.copyOf(servers);
    }

    /** Returns the key of a number that an operation has. */
    public String keyOf(int number) {
        return keys[number];
    }

    /** Returns an operation as it is judged now. */
    public Operation get(int i) {
        return new Operation(
                client(i),
                servers.get(server(i)),
                kind(i),
                keyOf(key(i)),
                version(i),
                invokedNanos(i),
                completedNanos(i),
                outcome(i),
                staleBy(i));
    }

    /** Returns the operations so far, as a list that does not grow. */
    public List<Operation> soFar() {
        return new Prefix(this, size);
    }

    public int client(int i) {
        return existing(i).client[i & OperationChunk.MASK];
    }

    /** Returns the number of its server, an index into {@link #servers}. */
    public int server(int i) {
        return existing(i).server[i & OperationChunk.MASK];
    }

    public OperationKind kind(int i) {
        return existing(i).kind(i & OperationChunk.MASK);
    }

    /** Returns the number of its key, for {@link #keyOf}. */
    public int key(int i) {
        return existing(i).key[i & OperationChunk.MASK];
    }

    public long version(int i) {
        return existing(i).version[i & OperationChunk.MASK];
    }

    public long invokedNanos(int i) {
        return existing(i).invokedNanos[i & OperationChunk.MASK];
    }

    public long completedNanos(int i) {
        return existing(i).completedNanos[i & OperationChunk.MASK];
    }

    public OperationOutcome outcome(int i) {
        return existing(i).outcome(i & OperationChunk.MASK);
    }

    public int staleBy(int i) {
        return existing(i).staleBy[i & OperationChunk.MASK];
    }

    /** Judges a read; others may see that a moment later. */
    public void setStaleBy(int i, int versions) {
        refuseIf(versions < Operation.NOT_JUDGED, "stale by %,d versions", versions);
        existing(i).staleBy[i & OperationChunk.MASK] = versions;
    }

    private OperationChunk existing(int i) {
        Objects.checkIndex(i, size);
        return chunk(i);
    }

    private OperationChunk chunk(int i) {
        return chunks[i >> OperationChunk.SHIFT];
    }

    private static final class Prefix extends AbstractList<Operation> implements RandomAccess {
        private final OperationLog log;
        private final int size;

        Prefix(OperationLog log, int size) {
            this.log = log;
            this.size = size;
        }

        @Override
        public Operation get(int i) {
            return log.get(Objects.checkIndex(i, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
