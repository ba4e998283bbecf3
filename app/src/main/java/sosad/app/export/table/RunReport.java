package sosad.app.export.table;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.history.SentByKind;
import sosad.app.watch.ConvergenceFigures;

/**
 * The report that {@code run} prints of a scenario.
 *
 * @param scenario its title
 * @param about its introduction, Markdown
 * @param steps first the cluster's start, then every step
 * @param convergence how far the nodes agree at the end
 */
public record RunReport(
        String scenario, Optional<String> about, List<StepReport> steps, Optional<ConvergenceFigures> convergence) {
    public RunReport {
        Objects.requireNonNull(convergence);
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(about);
        steps = List.copyOf(steps);
    }

    /** A report that says nothing of the end. */
    public RunReport(String scenario, Optional<String> about, List<StepReport> steps) {
        this(scenario, about, steps, Optional.empty());
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
