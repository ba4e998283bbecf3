package sosad.message;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;

/**
 * The fault of the disk under a node's store.
 *
 * @param delayMillis how much longer each write of a batch takes
 * @param state what then becomes of it
 */
public record DiskFault(int delayMillis, State state) {
    /** Nothing is wrong. */
    public static final DiskFault NONE = new DiskFault(0, State.WORKS);

    /** The longest delay, a minute. */
    public static final int MAX_DELAY_MILLIS = 60_000;

    /** The disk's reaction to a write. */
    public enum State {
        /** Takes it. */
        WORKS,
        /** Answers with an error. */
        FAILS,
        /** Has no room for it. */
        FULL
    }

    /** @throws IllegalArgumentException if the delay is not from 0 to a minute */
    public DiskFault {
        Objects.requireNonNull(state);
        refuseIf(
                delayMillis < 0 || delayMillis > MAX_DELAY_MILLIS,
                "a disk delay of %d ms; it must be from 0 to %d",
                delayMillis,
                MAX_DELAY_MILLIS);
    }
}
