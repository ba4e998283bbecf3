package sosad.app.load;

import static sosad.model.PlainFormat.format;

import java.util.Objects;
import sosad.model.NodeId;

/**
 * An acknowledged write that is not among what was looked at, nor anything that was written later under its key.
 *
 * @param process whose client wrote it: a node or a gateway
 * @param key under which key
 * @param number the number written
 * @param held the older number held instead; 0: nothing is
 * @param sinceNanos when the client sent what is held instead, or else the write itself, by {@link System#nanoTime}: a
 *     store that was emptied later may have taken the write with it, or let the older one win
 */
public record MissingWrite(NodeId process, String key, long number, long held, long sinceNanos) {
    public MissingWrite {
        Objects.requireNonNull(process);
        Objects.requireNonNull(key);
    }

    /** Such as {@code A:o1 = 7 was acknowledged; 5 is held}. */
    public String words() {
        return format(
                "%s = %d was acknowledged; %s",
                key, number, held == 0 ? "nothing is held" : format("%d is held", held));
    }
}
