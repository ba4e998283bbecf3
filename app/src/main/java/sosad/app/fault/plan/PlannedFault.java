package sosad.app.fault.plan;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.fault.Fault.FaultSpec;

/**
 * A line of a plan.
 *
 * @param timing when it happens
 * @param pick its target
 * @param what what happens
 * @param healAfterMillis after how long it is healed; empty: not by the plan
 * @param say narration in Markdown
 */
public record PlannedFault(
        Timing timing, Pick pick, FaultSpec what, OptionalLong healAfterMillis, Optional<String> say) {
    /** The longest time until a fault is healed: a day. */
    public static final long MAX_HEAL_MILLIS = Timing.MAX_MILLIS;

    /** @throws IllegalArgumentException if its parts do not go together */
    public PlannedFault {
        refuseIf(
                what.kind().isOfLinks() != pick.isOfLinks(),
                "%s does not apply to what is picked",
                what.kind().name());
        refuseIf(
                what.kind().effect().isMomentary() && healAfterMillis.isPresent(),
                "%s is over at once; nothing is to heal",
                what.kind().name());
    }
}
