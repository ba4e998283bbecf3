package sosad.app.export.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sosad.app.load.OperationLog;

/**
 * The processes of a Jepsen history: each has one operation under way at a time, and none comes back after an operation
 * whose outcome is not known. As in Jepsen, threads go on as another process then, whose number is greater by the
 * number of threads. A client that pipelines is several threads.
 */
final class JepsenProcesses {
    private final OperationLog log;
    private final int[] invoked;
    private final int[] completed;
    private final int[] threads;
    private final int[] lives;
    private final Map<Integer, Deque<Integer>> freeThreads = new HashMap<>();
    private final List<Integer> livesOfThreads = new ArrayList<>();

    /**
     * @param invoked the operations in the order of their invocations
     * @param completed the operations in the order of their completions
     */
    JepsenProcesses(OperationLog log, int[] invoked, int[] completed) {
        this.log = log;
        this.invoked = invoked.clone();
        this.completed = completed.clone();
        this.threads = new int[invoked.length];
        this.lives = new int[invoked.length];
    }

    /** Returns the process of each operation, by its index in the log. */
    int[] ofOperations() {
        int next = 0;
        for (int operation : completed) {
            while (next < invoked.length && log.invokedNanos(invoked[next]) <= log.completedNanos(operation)) {
                begin(invoked[next]);
                next++;
            }
            end(operation);
        }
        int[] processes = new int[threads.length];
        for (int i = 0; i < processes.length; i++) {
            processes[i] = threads[i] + lives[i] * livesOfThreads.size();
        }
        return processes;
    }

    private void begin(int operation) {
        Integer free = free(operation).poll();
        if (free == null) {
            free = livesOfThreads.size();
            livesOfThreads.add(0);
        }
        threads[operation] = free;
        lives[operation] = livesOfThreads.get(free);
    }

    private void end(int operation) {
        int thread = threads[operation];
        if (EdnHistory.type(log, operation).equals("info")) {
            livesOfThreads.set(thread, livesOfThreads.get(thread) + 1);
        }
        free(operation).push(thread);
    }

    private Deque<Integer> free(int operation) {
        return freeThreads.computeIfAbsent(log.client(operation), client -> new ArrayDeque<>());
    }
}
