package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.process.NodeException;
import sosad.app.process.Program;

/**
 * The same trial with one seed after the other, and a row of a Markdown table for each.
 *
 * @param out where the table goes
 */
public record TrialSeries(FaultPlan plan, Program program, PrintWriter out) {
    /**
     * Tries so many seeds, of which {@code settings} have the first.
     *
     * @return whether all results were good, and something was corrupted and refused among them
     */
    public boolean run(TrialSettings settings, int seeds) throws InterruptedException {
        out.println(
                "| seed | faults | acknowledged | unanswered | corrupted | refused | converged | missing | foreign |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        out.flush();
        boolean allGood = true;
        long corrupted = 0;
        long refused = 0;
        for (int i = 0; i < seeds; i++) {
            TrialSettings next = settings.withSeed(settings.seed() + i);
            try (Trial trial = new Trial(next, plan, program, new NemesisListener() {})) {
                TrialResult result = trial.run();
                out.println(row(result));
                complain(result);
                allGood &= result.isGood();
                corrupted += result.messages().corrupted();
                refused += result.refusedFrames();
            } catch (NodeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException(e.getMessage());
                }
                out.println(format("| %d | failed: %s |", next.seed(), e.getMessage()));
                allGood = false;
            }
            out.flush();
        }
        out.println();
        out.println(format("%,d frames arrived corrupted, %,d were refused.", corrupted, refused));
        out.flush();
        return allGood && refused > 0;
    }

    private static String row(TrialResult result) {
        return format(
                "| %d | %,d | %,d | %,d | %,d | %,d | %s | %,d | %,d |",
                result.seed(),
                result.injected().values().stream().mapToLong(Long::longValue).sum(),
                result.tally().acknowledged(),
                result.tally().unanswered(),
                result.messages().corrupted(),
                result.refusedFrames(),
                result.convergedAfterMillis().isPresent()
                        ? format("%.1f s", result.convergedAfterMillis().getAsLong() / 1_000.0)
                        : "no",
                result.absences().total(),
                result.foreign().size());
    }

    private void complain(TrialResult result) {
        if (!result.isGood()) {
            out.println();
            out.println(TrialText.of(result));
        }
    }
}
