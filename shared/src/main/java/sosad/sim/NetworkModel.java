package sosad.sim;

import sosad.message.NodeMessage;

/**
 * The travel time of messages. A world and its copies share one, so it has no state that a message could change, or the
 * copies are not independent.
 */
public interface NetworkModel {
    /** A message that is not delivered by time. */
    long NEVER = Long.MAX_VALUE;

    /** A message that is lost at once. */
    long LOST = -1;

    /** Every message waits until it is delivered by a step. */
    NetworkModel UNTIL_DELIVERED = message -> NEVER;

    /** Returns how many milliseconds {@code message} takes, {@link #NEVER} or {@link #LOST}. */
    long millis(NodeMessage message);
}
