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
        out.append("{:index ")
                .append(Integer.toString(index++))
                .append(", :time ")
                .append(Long.toString(isInvocation ? log.invokedNanos(operation) : log.completedNanos(operation)))
                .append(", :type :")
                .append(isInvocation ? INVOKE : type(log, operation))
                .append(", :process ")
                .append(Integer.toString(process))
                .append(", :f :")
                .append(isRead ? "read" : "write")
                .append(", :value [");
        quote(log.keyOf(log.key(operation)), out);
        out.append(' ')
                .append(isRead && isInvocation ? "nil" : value(operation))
                .append("], :node ");
        quote(log.servers().get(log.server(operation)).name(), out);
        out.append("}\n");
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

    private static void quote(String text, Writer out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
