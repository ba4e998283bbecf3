package sosad.app.export.table;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.history.SentByKind;

/**
 * The report that {@code run} prints of a scenario.
 *
 * @param scenario its title
 * @param about its introduction, Markdown
 * @param steps first the cluster's start, then every step
 */
public record RunReport(String scenario, Optional<String> about, List<StepReport> steps) {
    public RunReport {
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(about);
        steps = List.copyOf(steps);
    }

    /** Returns what nodes sent each other in all steps. */
    public SentByKind sent() {
        return steps.stream().map(StepReport::sent).reduce(SentByKind.NOTHING, SentByKind::plus);
    }

    /**
     * Returns the expectations that were not met, in order, in words: what was expected, where, and what was so
     * instead.
     */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (StepReport step : steps) {
            for (ExpectationReport one : step.expectations()) {
                if (!one.met()) {
                    String line = one.line().isPresent()
                            ? format(", line %d", one.line().getAsInt())
                            : "";
                    complaints.add(format(
                            "not met: %s (T=%d%s)%s",
                            one.expect(), step.time(), line, one.found().isEmpty() ? "" : "; " + one.found()));
                }
            }
        }
        return complaints;
    }
}
