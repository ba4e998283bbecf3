package sosad.app.check.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.check.suite.SuiteResult;

/**
 * What is accepted of a run, beyond the verdicts.
 *
 * @param isStrict whether an inconclusive check is not accepted, either
 * @param baseline an earlier run: then only what held there is not accepted
 */
public record Acceptance(boolean isStrict, Optional<Baseline> baseline) {
    /** A check that failed is not accepted, all others are. */
    public static final Acceptance USUAL = new Acceptance(false, Optional.empty());

    public Acceptance {
        Objects.requireNonNull(baseline);
    }

    /** Returns whether a result is not accepted. */
    public boolean isBad(CheckResult result) {
        return isWrong(result)
                && baseline.map(earlier -> earlier.held(result.number())).orElse(true);
    }

    /** Returns whether a result would not be accepted without the baseline, but is with it. */
    public boolean isKnown(CheckResult result) {
        return isWrong(result) && !isBad(result);
    }

    private boolean isWrong(CheckResult result) {
        return result.verdict() == CheckVerdict.FAILED || (isStrict && result.verdict() == CheckVerdict.INCONCLUSIVE);
    }

    /** Returns the results that are not accepted. */
    public List<CheckResult> bad(SuiteResult suite) {
        return suite.outcomes().stream()
                .map(CheckOutcome::result)
                .filter(this::isBad)
                .toList();
    }
}
