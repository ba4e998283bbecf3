package sosad.app.check.suite;

import java.time.Duration;
import java.util.Objects;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;

/**
 * A check that has run, or was skipped.
 *
 * @param check which check
 * @param result what came of it
 * @param took how long it took
 */
public record CheckOutcome(Check check, CheckResult result, Duration took) {
    public CheckOutcome {
        Objects.requireNonNull(check);
        Objects.requireNonNull(result);
        Objects.requireNonNull(took);
    }
}
