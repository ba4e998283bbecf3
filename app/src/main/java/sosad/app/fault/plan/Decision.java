package sosad.app.fault.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.fault.Fault;

/**
 * A decision of a plan: the fault that happens now.
 *
 * @param atMillis when, in milliseconds since the plan began
 * @param fault what
 * @param healAtMillis when it is healed; empty: not by the plan
 * @param say narration in Markdown
 */
public record Decision(long atMillis, Fault fault, OptionalLong healAtMillis, Optional<String> say) {
    /** The same as a line of a plan, which decides exactly this. */
    public PlannedFault asPlanned() {
        OptionalLong healAfter =
                healAtMillis.isPresent() ? OptionalLong.of(healAtMillis.getAsLong() - atMillis) : OptionalLong.empty();
        return new PlannedFault(new Timing.Once(atMillis), pick(), fault.what(), healAfter, say);
    }

    private Pick pick() {
        if (fault instanceof Fault.OnLinks links) {
            return new Pick.NamedLinks(links.links());
        }
        return new Pick.NamedProcesses(List.of(fault.target().orElseThrow()));
    }
}
