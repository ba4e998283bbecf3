package sosad.app.check.suite;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;

/**
 * The result of a run of checks.
 *
 * @param system what was checked, in a few words
 * @param options the options of {@code check} that choose this system
 * @param settings under what
 * @param began when it began
 * @param took how long it took
 * @param outcomes the checks that ran or were skipped, in the order of the list
 * @param notRun the checks that were to run and did not
 * @param stopped why it ended early, if it did
 */
public record SuiteResult(
        String system,
        String options,
        CheckSettings settings,
        Instant began,
        Duration took,
        List<CheckOutcome> outcomes,
        List<CheckNumber> notRun,
        Optional<String> stopped) {
    public SuiteResult {
        Objects.requireNonNull(system);
        Objects.requireNonNull(options);
        Objects.requireNonNull(settings);
        outcomes = List.copyOf(outcomes);
        notRun = List.copyOf(notRun);
        Objects.requireNonNull(stopped);
    }

    /** Returns how many checks have this verdict. */
    public long count(CheckVerdict verdict) {
        return outcomes.stream()
                .filter(one -> one.result().verdict() == verdict)
                .count();
    }

    /** Returns whether all checks ran that were to run. */
    public boolean isComplete() {
        return stopped.isEmpty() && notRun.isEmpty();
    }

    /** Returns the command that repeats one check. */
    public String repeat(CheckNumber number) {
        return format(
                "sosad check --only %s %s --seed %d --for %s",
                number, options, settings.seed(), words(settings.duration()));
    }

    /** As an option takes it. */
    private static String words(Duration time) {
        if (time.toMillis() % Duration.ofMinutes(1).toMillis() == 0) {
            return time.toMinutes() + "min";
        }
        return time.toMillis() % Duration.ofSeconds(1).toMillis() == 0
                ? time.toSeconds() + "s"
                : time.toMillis() + "ms";
    }
}
