package sosad.app.export;

import java.util.List;
import java.util.Objects;

/**
 * What {@code run} prints of a scenario.
 *
 * @param scenario its title
 * @param steps first the cluster's start, then every step
 */
public record RunReport(String scenario, List<StepReport> steps) {
    public RunReport {
        Objects.requireNonNull(scenario);
        steps = List.copyOf(steps);
    }

    /** The expectations that were not met, in order. */
    public List<ExpectationReport> unmet() {
        return steps.stream()
                .flatMap(step -> step.expectations().stream())
                .filter(expectation -> !expectation.met())
                .toList();
    }
}
