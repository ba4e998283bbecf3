package sosad.app.fault.plan;

import static sosad.model.ArgumentCheck.refuseIf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Faults, and when they happen.
 *
 * @param title what it is called
 * @param about narration in Markdown, shown when it is chosen
 * @param faults what happens; of two at the same time the first here comes first
 */
public record FaultPlan(String title, Optional<String> about, List<PlannedFault> faults) {
    /** The most lines of a plan. */
    public static final int MAX_FAULTS = 10_000;

    /** The most bytes of its file. */
    public static final int MAX_BYTES = 1 << 20;

    public FaultPlan {
        faults = List.copyOf(faults);
        refuseIf(
                faults.size() > MAX_FAULTS, "a plan of %,d faults; it may have at most %,d", faults.size(), MAX_FAULTS);
    }

    /** Returns how many of its lines never happen if it is carried out for so long. */
    public int neverWithin(Duration duration) {
        return (int) faults.stream()
                .filter(fault -> fault.timing().earliestMillis() >= duration.toMillis())
                .count();
    }
}
