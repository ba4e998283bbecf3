package sosad.app.viewmodel.plot;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;

/**
 * What happened in an operation, and what explains its outcome.
 *
 * @param operation it
 * @param request what was asked, of whom and when, with the reply: {@code 15.204 s client 5 → B GET k118 → v41, 8.10
 *     ms}
 * @param explanation why that is notable; empty if it is not
 */
public record OperationStory(Operation operation, String request, Optional<String> explanation) {
    /** Returns the story of an operation of a log, which is searched for what explains it. */
    public static OperationStory of(OperationLog log, int index) {
        Operation operation = log.get(index);
        return new OperationStory(operation, request(operation), explanation(log, index, operation));
    }

    /** Returns it line by line. */
    public List<String> lines() {
        return explanation.map(why -> List.of(request, why)).orElse(List.of(request));
    }

    /** Returns what was asked, of whom and when, with the reply. */
    public static String request(Operation operation) {
        return format(
                "%s  client %d → %s  %s, %s",
                PlotText.moment(operation.invokedNanos()),
                operation.client(),
                operation.server(),
                exchange(operation),
                PlotText.duration(operation.latencyNanos()));
    }

    private static String exchange(Operation operation) {
        String asked =
                switch (operation.kind()) {
                    case READ -> "GET " + operation.key();
                    case WRITE -> format("SET %s = v%d", operation.key(), operation.version());
                    case DELETE -> "DEL " + operation.key();
                };
        return switch (operation.outcome()) {
            case OK -> operation.kind() == OperationKind.READ ? asked + " → " + got(operation) : asked + " → OK";
            case REFUSED -> asked + " → refused";
            case UNANSWERED -> asked + " → no reply";
        };
    }

    private static String got(Operation read) {
        return read.version() == Operation.NOTHING
                ? "nothing"
                : read.version() == Operation.FOREIGN ? "a value nobody wrote" : "v" + read.version();
    }

    private static Optional<String> explanation(OperationLog log, int index, Operation operation) {
        if (operation.outcome() == OperationOutcome.UNANSWERED) {
            return Optional.of(
                    operation.kind() == OperationKind.READ
                            ? "The client gave up waiting."
                            : "The client gave up waiting: the write may have been done, or may still be.");
        }
        if (operation.outcome() == OperationOutcome.REFUSED) {
            return Optional.of("It was answered by an error: it was not done.");
        }
        return operation.staleBy() > 0 ? Optional.of(staleness(log, index, operation)) : Optional.empty();
    }

    private static String staleness(OperationLog log, int index, Operation read) {
        String by = format(read.staleBy() == 1 ? "%,d version behind" : "%,d versions behind", read.staleBy());
        OptionalInt newest = newestBefore(log, index, read);
        if (newest.isEmpty()) {
            return "Stale: " + by + ".";
        }
        Operation write = log.get(newest.getAsInt());
        return format(
                "Stale: %s; v%d was acknowledged at %s %s before.",
                by, write.version(), write.server(), PlotText.duration(read.invokedNanos() - write.completedNanos()));
    }

    /** Returns the newest write of the same key that was acknowledged before the read was sent. */
    private static OptionalInt newestBefore(OperationLog log, int index, Operation read) {
        int key = log.key(index);
        int newest = -1;
        for (int i = 0; i < log.size(); i++) {
            if (log.key(i) == key
                    && log.kind(i) == OperationKind.WRITE
                    && log.outcome(i) == OperationOutcome.OK
                    && log.completedNanos(i) <= read.invokedNanos()
                    && (newest < 0 || log.version(i) > log.version(newest))) {
                newest = i;
            }
        }
        return newest < 0 ? OptionalInt.empty() : OptionalInt.of(newest);
    }
}
