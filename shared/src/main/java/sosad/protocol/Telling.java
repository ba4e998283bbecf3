package sosad.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The part of a message's envelope by which a store that has come back older than what it has told is noticed (section
 * "A store that comes back older" of {@code docs/protocol.md}).
 *
 * @param stage how far the sender's store has come
 * @param claim what the sender has heard of the destination's store, if the destination should check it
 * @param confirmed stages that the destination has claimed and that are in the past of the sender's store
 */
public record Telling(Optional<Stage> stage, Optional<Claim> claim, List<Stage> confirmed) {
    /** Tells nothing. */
    public static final Telling NOTHING = new Telling(Optional.empty(), Optional.empty(), List.of());

    public Telling {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(claim);
        confirmed = List.copyOf(confirmed);
        Stages.checkFew(confirmed);
    }
}
