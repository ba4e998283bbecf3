package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport;

/**
 * A row of a table for each trial of a sweep, and everything about those that failed.
 *
 * @param command the command that ran them
 * @param needsCorruption whether it takes a corrupted frame that was refused for the sweep to be good
 */
public record TrialSweepReport(String command, boolean needsCorruption) implements SweepReport {
    /** The sweeps of {@code run --live}. */
    public static final TrialSweepReport RUN_LIVE = new TrialSweepReport("run --live", false);

    /** The sweeps of {@code bench faults}. */
    public static final TrialSweepReport BENCH_FAULTS = new TrialSweepReport("bench faults", true);

    @Override
    public Set<SweepFormat> formats() {
        return EnumSet.of(SweepFormat.MARKDOWN);
    }

    @Override
    public String text(Sweep sweep, SweepFormat form) {
        StringBuilder text = new StringBuilder();
        text.append(
                        "| seed | faults | acknowledged | unanswered | corrupted | refused | converged | missing | foreign |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        sweep.runs().forEach((seed, trial) -> text.append(row(seed, trial)).append('\n'));
        sweep.runs().values().stream().filter(trial -> trial.has("text")).forEach(trial -> text.append('\n')
                .append(trial.get("text").asText()));
        text.append(format(
                "%n%,d frames arrived corrupted, %,d were refused.%n", sum(sweep, "corrupted"), sum(sweep, "refused")));
        return text.toString();
    }

    static String row(long seed, JsonNode trial) {
        if (trial.has("failed")) {
            return format("| %d | failed: %s |", seed, trial.get("failed").asText());
        }
        long faults = 0;
        for (JsonNode ofKind : trial.path("faults")) {
            faults += ofKind.asLong();
        }
        JsonNode converged = trial.path("convergedAfterMillis");
        return format(
                "| %d | %,d | %,d | %,d | %,d | %,d | %s | %,d | %,d |",
                seed,
                faults,
                trial.path("writes").path("acknowledged").asLong(),
                trial.path("writes").path("unanswered").asLong(),
                trial.path("messages").path("corrupted").asLong(),
                trial.path("messages").path("refused").asLong(),
                converged.isNumber() ? format("%.1f s", converged.asLong() / 1_000.0) : "no",
                trial.path("missingWrites").asLong(),
                trial.path("foreign").size());
    }

    private static long sum(Sweep sweep, String name) {
        return sweep.runs().values().stream()
                .mapToLong(trial -> trial.path("messages").path(name).asLong())
                .sum();
    }

    @Override
    public boolean isGood(Sweep sweep) {
        return sweep.runs().values().stream()
                        .allMatch(trial -> trial.path("good").asBoolean())
                && (!needsCorruption || sum(sweep, "refused") > 0);
    }
}
