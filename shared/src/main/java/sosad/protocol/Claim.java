package sosad.protocol;

import java.util.List;

/**
 * What a message's sender has heard of the destination's store, for the destination to check against its own past.
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
