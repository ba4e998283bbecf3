package sosad.app.export.log;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.IntStream;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;

/**
 * A log as a history of Jepsen: two maps an operation, its invocation and its completion, in the order of time. Each
 * key is a register of its own, so that a value is a tuple of key and number; a delete writes {@code nil}. A write
 * without a reply completes with {@code :info}, since it may have been done; a read without one with {@code :fail},
 * since it did nothing.
 */
final class EdnHistory {
    private static final String INVOKE = "invoke";

    private final OperationLog log;
    private final int size;
    private int index;

    EdnHistory(OperationLog log) {
        this.log = log;
        this.size = log.size();
    }

    /** What happens at the same time is concurrent: invocations come first. */
    void writeTo(Writer out) throws IOException {
        int[] invoked = ordered(true);
        int[] completed = ordered(false);
        int[] processes = new JepsenProcesses(log, invoked, completed).ofOperations();
        int next = 0;
        for (int operation : completed) {
            while (next < size && log.invokedNanos(invoked[next]) <= log.completedNanos(operation)) {
                write(invoked[next], processes[invoked[next]], true, out);
                next++;
            }
            write(operation, processes[operation], false, out);
        }
    }

    private int[] ordered(boolean byInvocation) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(comparingLong(i -> byInvocation ? log.invokedNanos(i) : log.completedNanos(i)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void write(int operation, int process, boolean isInvocation, Writer out) throws IOException {
        boolean isRead = log.kind(operation) == OperationKind.READ;
        out.append(new EdnOperation(
                        index++,
                        isInvocation ? log.invokedNanos(operation) : log.completedNanos(operation),
                        isInvocation ? INVOKE : type(log, operation),
                        process,
                        isRead ? "read" : "write",
                        log.keyOf(log.key(operation)),
                        isRead && isInvocation ? "nil" : value(operation),
                        log.servers().get(log.server(operation)).name())
                .toString());
    }

    private String value(int operation) {
        long version = log.version(operation);
        return log.kind(operation) == OperationKind.DELETE || version == Operation.NOTHING
                ? "nil"
                : Long.toString(version);
    }

    /** Returns how an operation completes in Jepsen's words. */
    static String type(OperationLog log, int operation) {
        OperationOutcome outcome = log.outcome(operation);
        if (outcome == OperationOutcome.OK) {
            return "ok";
        }
        return outcome == OperationOutcome.REFUSED || log.kind(operation) == OperationKind.READ ? "fail" : "info";
    }
}
