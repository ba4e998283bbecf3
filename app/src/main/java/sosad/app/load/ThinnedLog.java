package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Arrays;

/**
 * The operations of a run of any length, in bounded memory: when there are too many, every second one of the older half
 * is left out, but none that was refused, unanswered or stale as long as that is enough. Many threads add to it; one
 * thins it now and then.
 */
public final class ThinnedLog {
    private static final int UNKNOWN = -1;

    private final int most;
    private OperationLog log;
    private long added;
    private long leftOut;
    private long thinnedUntilNanos;

    /**
     * An empty log.
     *
     * @param originNanos when it begins, by {@link System#nanoTime}
     * @param most how many operations are kept, unless more come in before it is thinned
     */
    public ThinnedLog(long originNanos, int most) {
        refuseIf(most < 2, "a log of %,d operations", most);
        this.most = most;
        log = new OperationLog(originNanos);
    }

    /** Adds an operation. */
    public synchronized void add(Operation operation) {
        log.add(operation);
        added++;
    }

    /** Returns what there is of it now. */
    public synchronized Kept kept() {
        return new Kept(log, log.size(), added, leftOut, thinnedUntilNanos);
    }

    /**
     * The operations that are kept.
     *
     * @param log they, in a log that grows; another one after it was thinned
     * @param size how many there are in it; the last ones are complete
     * @param added how many there were in all
     * @param leftOut how many were left out
     * @param thinnedUntilNanos until when some are left out
     */
    public record Kept(OperationLog log, int size, long added, long leftOut, long thinnedUntilNanos) {}

    /** Leaves some out if there are too many; what comes in meanwhile does not wait for that. */
    public void thin() {
        Kept before = kept();
        if (before.size() < most) {
            return;
        }
        Copy copy = new Copy(before.log(), before.size());
        copy.addAll(before.size() - before.size() / 4);
        synchronized (this) {
            copy.addRest();
            leftOut += log.size() - copy.to.size();
            thinnedUntilNanos = Math.max(thinnedUntilNanos, copy.thinnedUntilNanos);
            log = copy.to;
        }
    }

    private static final class Copy {
        final OperationLog from;
        final OperationLog to;
        final int half;
        final boolean sparesNotable;
        int[] keys = {};
        int[] servers = {};
        int next;
        int plain;
        long thinnedUntilNanos;

        Copy(OperationLog from, int size) {
            this.from = from;
            to = new OperationLog(from.originNanos());
            half = size / 2;
            int notable = 0;
            for (int i = 0; i < half; i++) {
                notable += isNotable(i) ? 1 : 0;
            }
            sparesNotable = notable < half / 2;
        }

        private boolean isNotable(int i) {
            return from.outcome(i) != OperationOutcome.OK || from.staleBy(i) > 0;
        }

        void addAll(int until) {
            for (; next < until; next++) {
                boolean isSpared = sparesNotable && isNotable(next);
                if (next >= half || isSpared || plain++ % 2 == 0) {
                    add(next);
                } else {
                    thinnedUntilNanos = Math.max(thinnedUntilNanos, from.completedNanos(next));
                }
            }
        }

        void addRest() {
            addAll(from.size());
        }

        private void add(int i) {
            keys = withRoom(keys, from.key(i));
            servers = withRoom(servers, from.server(i));
            if (keys[from.key(i)] == UNKNOWN) {
                keys[from.key(i)] = to.internKey(from.keyOf(from.key(i)));
            }
            if (servers[from.server(i)] == UNKNOWN) {
                servers[from.server(i)] = to.internServer(from.servers().get(from.server(i)));
            }
            int added = to.add(
                    from.client(i),
                    servers[from.server(i)],
                    from.kind(i),
                    keys[from.key(i)],
                    from.version(i),
                    from.invokedNanos(i),
                    from.completedNanos(i),
                    from.outcome(i));
            to.setStaleBy(added, from.staleBy(i));
        }

        private static int[] withRoom(int[] numbers, int index) {
            if (index < numbers.length) {
                return numbers;
            }
            int[] longer = Arrays.copyOf(numbers, Math.max(16, 2 * index + 1));
            Arrays.fill(longer, numbers.length, longer.length, UNKNOWN);
            return longer;
        }
    }
}
