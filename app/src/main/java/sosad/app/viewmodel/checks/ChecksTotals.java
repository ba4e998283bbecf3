package sosad.app.viewmodel.checks;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.viewmodel.checks.CheckState.Stage;

/**
 * The verdicts of a run, counted, and its time.
 *
 * @param verdicts how many checks have each verdict; those that none has are left out
 * @param share how much of the run is done, 0 to 1
 * @param elapsed how long it has run
 * @param expected how long it takes in all, about; before a run, how long all checks take
 */
public record ChecksTotals(Map<CheckVerdict, Long> verdicts, double share, Duration elapsed, Duration expected) {
    static final ChecksTotals NONE = new ChecksTotals(Map.of(), 0, Duration.ZERO, Duration.ZERO);

    public ChecksTotals {
        verdicts = Collections.unmodifiableMap(
                verdicts.isEmpty() ? new EnumMap<>(CheckVerdict.class) : new EnumMap<>(verdicts));
    }

    static ChecksTotals of(List<CheckRow> rows, List<CheckRow> running, Duration whole, Duration elapsed) {
        Map<CheckVerdict, Long> verdicts = new EnumMap<>(CheckVerdict.class);
        rows.forEach(row -> row.result().ifPresent(result -> verdicts.merge(result.verdict(), 1L, Long::sum)));
        double all = 0;
        double left = 0;
        for (CheckRow row : running.isEmpty() ? rows : running) {
            double millis = (double) row.check().usualDuration().toMillis()
                    * whole.toMillis()
                    / CheckSettings.USUAL_DURATION.toMillis();
            CheckState state = row.stateProperty().get();
            all += millis;
            left += state.stage() == Stage.DONE ? 0 : millis * (1 - state.share());
        }
        Duration expected =
                running.isEmpty() ? Duration.ofMillis((long) all) : elapsed.plus(Duration.ofMillis((long) left));
        return new ChecksTotals(verdicts, all == 0 ? 0 : 1 - left / all, elapsed, expected);
    }

    /** Returns how many checks have a verdict. */
    public long done() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many checks have this verdict. */
    public long of(CheckVerdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** Returns a time in minutes and seconds, such as {@code 1:12}. */
    public static String words(Duration time) {
        return format("%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
