package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import java.util.Optional;
import sosad.model.NodeId;

/**
 * The time during which a fault was in force, drawn as a band behind a plot.
 *
 * @param label the fault in words, such as {@code killed}
 * @param server the server that suffered it; empty: all of them, or the network between them
 * @param fromNanos when it began, since the beginning of the check's operation log
 * @param untilNanos when it ended, on the same clock; not before it began
 */
public record FaultBand(String label, Optional<NodeId> server, long fromNanos, long untilNanos) {
    /** @throws IllegalArgumentException if it ended before it began */
    public FaultBand {
        Objects.requireNonNull(label);
        Objects.requireNonNull(server);
        refuseIf(untilNanos < fromNanos, "%s ends %,d ns before it begins", label, fromNanos - untilNanos);
    }
}
