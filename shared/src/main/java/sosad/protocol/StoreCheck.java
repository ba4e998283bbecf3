package sosad.protocol;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.protocol.StoreCheck.Stage;

/**
 * The part of a message's envelope by which a store that has come back older than what it has told is noticed (section
 * "A store that comes back older" of {@code docs/protocol.md}).
 *
 * @param stage how far the sender's store has come
 * @param claim what the sender has heard of the destination's store, if the destination should check it
 * @param confirmed stages that the destination has claimed and that are in the past of the sender's store
 */
public record StoreCheck(Optional<Stage> stage, Optional<Claim> claim, List<Stage> confirmed) {
    /** Nothing is reported. */
    public static final StoreCheck NOTHING = new StoreCheck(Optional.empty(), Optional.empty(), List.of());

    public StoreCheck {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(claim);
        confirmed = List.copyOf(confirmed);
        Stages.checkFew(confirmed);
    }

    /**
     * The progress of a node's store as reported by a message.
     *
     * @param start the start of the node that told: a number from 1, drawn by chance at each start
     * @param number of the store's last change that the message may reveal; it grows from start to start as well
     */
    public record Stage(long start, long number) {
        /** @throws IllegalArgumentException if no start has such a number */
        public Stage {
            refuseIf(start < 1 || number < 0, "a start is from 1 and a number from 0");
        }
    }

    /**
     * The sender's knowledge of the destination's store, for the destination to check against its own past.
     *
     * @param storeId the greatest store id of the destination that the sender has seen
     * @param stages the last stage of that store that each start of the destination has told the sender
     */
    public record Claim(long storeId, List<Stage> stages) {
        public Claim {
            stages = List.copyOf(stages);
            Stages.checkFew(stages);
        }
    }
}
