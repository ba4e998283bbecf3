package sosad.app.history;

import java.util.Objects;
import sosad.message.NodeMessage;

/**
 * What nodes have sent each other in a run in steps; what they send while they run by their own clocks does not count.
 *
 * @param run in the run so far
 * @param before in the run before the present step
 */
public record SentCounts(SentByKind run, SentByKind before) {
    /** Nothing was sent yet. */
    public static final SentCounts NOTHING = new SentCounts(SentByKind.NOTHING, SentByKind.NOTHING);

    public SentCounts {
        Objects.requireNonNull(run);
        Objects.requireNonNull(before);
    }

    /** Returns what was sent in the present step. */
    public SentByKind step() {
        return run.since(before);
    }

    /** Returns these and a message whose frame has so many bytes. */
    public SentCounts plus(NodeMessage message, long bytes) {
        return new SentCounts(run.plus(message, bytes), before);
    }

    /** Returns these as a new step begins. */
    public SentCounts nextStep() {
        return new SentCounts(run, run);
    }
}
