package sosad.protocol;

import static sosad.model.ArgumentCheck.refuseIf;

/**
 * How far a node's store had come when a message told of it.
 *
 * @param start the start of the node that told: a number from 1, drawn by chance at each start
 * @param number of the store's last change that the message may tell of; it grows from start to start as well
 */
public record Stage(long start, long number) {
    /** @throws IllegalArgumentException if no start has such a number */
    public Stage {
        refuseIf(start < 1 || number < 0, "a start is from 1 and a number from 0");
    }
}
