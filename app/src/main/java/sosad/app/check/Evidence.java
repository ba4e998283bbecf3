package sosad.app.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import sosad.model.NodeId;

/**
 * Something that happened and explains a verdict: an operation, a request with its reply, an excerpt of a log.
 *
 * @param title what it shows, in a few words
 * @param lines what is to be read, line by line, as in a log
 * @param server the server that it is about, if it is about one
 * @param atNanos when it was, since the beginning of the check's operation log
 * @param operation its index in the check's operation log, if it is an operation there
 */
public record Evidence(
        String title, List<String> lines, Optional<NodeId> server, OptionalLong atNanos, OptionalInt operation) {
    public Evidence {
        Objects.requireNonNull(title);
        lines = List.copyOf(lines);
        Objects.requireNonNull(server);
        Objects.requireNonNull(atNanos);
        Objects.requireNonNull(operation);
    }

    /** Text alone. */
    public static Evidence of(String title, List<String> lines) {
        return new Evidence(title, lines, Optional.empty(), OptionalLong.empty(), OptionalInt.empty());
    }

    /** Text about a moment at a server. */
    public static Evidence at(NodeId server, long atNanos, String title, List<String> lines) {
        return new Evidence(title, lines, Optional.of(server), OptionalLong.of(atNanos), OptionalInt.empty());
    }

    /** An operation of the log. */
    public static Evidence ofOperation(NodeId server, long atNanos, int index, String title, List<String> lines) {
        return new Evidence(title, lines, Optional.of(server), OptionalLong.of(atNanos), OptionalInt.of(index));
    }
}
