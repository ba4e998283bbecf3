package sosad.app.fault.plan;

import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.fault.LinkFault;
import sosad.app.fault.Trouble;

/**
 * A line of a plan.
 *
 * @param timing when it strikes
 * @param pick to whom it happens
 * @param trouble what happens
 * @param healAfterMillis after how long it is healed; empty: not by the plan
 * @param say narration in Markdown
 */
public record PlannedFault(
        Timing timing, Pick pick, Trouble trouble, OptionalLong healAfterMillis, Optional<String> say) {
    /** The longest time until a fault is healed: a day. */
    public static final long MOST_HEAL_MILLIS = Timing.MOST_MILLIS;

    /** @throws IllegalArgumentException if its parts do not go together */
    public PlannedFault {
        if (trouble instanceof LinkFault != pick instanceof Pick.OfLinks) {
            throw new IllegalArgumentException("%s does not happen to what is picked".formatted(trouble.kind()));
        }
        if (trouble.isMomentary() && healAfterMillis.isPresent()) {
            throw new IllegalArgumentException("%s is over at once; nothing is to heal".formatted(trouble.kind()));
        }
    }
}
