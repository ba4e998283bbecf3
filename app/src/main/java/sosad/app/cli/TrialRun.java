package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import sosad.app.check.nemesis.NemesisListener;
import sosad.app.check.nemesis.Trial;
import sosad.app.check.nemesis.TrialResult;
import sosad.app.check.nemesis.TrialSettings;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.PlanEvent;
import sosad.app.load.Workload.Tally;
import sosad.app.process.Program;

/**
 * A trial on the command line: says on one stream how it goes on. When the program is asked to end, as by Ctrl-C, it
 * stops in good order before that.
 */
record TrialRun(PrintWriter progress) implements NemesisListener {
    /** Tries a cluster; gives the result, or nothing if the program is to end. */
    Optional<TrialResult> run(TrialSettings settings, FaultPlan plan) throws InterruptedException {
        say(format(
                "%s, seed %d: %s",
                plan.title(), settings.seed(), settings.members().all()));
        int never = plan.neverWithin(settings.duration());
        if (never > 0) {
            say(format(
                    "%d of the plan's %d faults never happen: they begin after the %s of --for",
                    never, plan.faults().size(), words(settings.duration())));
        }
        return InGoodOrder.run(() -> {
            try (Trial trial = new Trial(settings, plan, Program.find().forLessons(), this)) {
                return trial.run();
            }
        });
    }

    private static String words(Duration duration) {
        return format("%.1f s", duration.toMillis() / 1_000.0);
    }

    private void say(String line) {
        progress.println(line);
        progress.flush();
    }

    @Override
    public void happened(PlanEvent event) {
        event.say().ifPresent(this::say);
        say(event.words());
    }

    @Override
    public void counted(long atMillis, Tally tally) {
        say(format(
                "%.1f s: %,d writes acknowledged, %,d refused, %,d unanswered",
                atMillis / 1_000.0, tally.acknowledged(), tally.refused(), tally.unanswered()));
    }

    @Override
    public void healed() {
        say("everything is healed");
    }
}
