package sosad.app.fault.plan;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import sosad.app.fault.Fault;

/**
 * An event of a plan: something done, or not possible.
 *
 * @param atMillis when, in milliseconds since the plan began
 * @param what what it did
 * @param fault to what fault
 * @param whyNot why it could not be done, if so
 * @param say narration in Markdown
 */
public record PlanEvent(long atMillis, What what, Fault fault, Optional<String> whyNot, Optional<String> say) {
    /** The two kinds of events. */
    public enum What {
        /** It does something to the cluster. */
        INJECT,
        /** It ends what it has done. */
        HEAL
    }

    /** In words, such as {@code 2.0 s: A: killed} or {@code 2.0 s: healed: A: killed}. */
    public String words() {
        return format(
                "%.1f s: %s%s%s",
                atMillis / 1_000.0,
                what == What.HEAL ? "healed: " : "",
                fault.words(),
                whyNot.map(" (not done: %s)"::formatted).orElse(""));
    }
}
