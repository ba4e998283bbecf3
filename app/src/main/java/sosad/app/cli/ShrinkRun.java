package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import java.util.Optional;
import sosad.app.check.nemesis.TrialResult;
import sosad.app.check.nemesis.TrialSettings;
import sosad.app.check.nemesis.TrialShrinking;
import sosad.app.check.nemesis.TrialShrinking.ShrinkListener;
import sosad.app.export.file.OutputFile;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanWriter;
import sosad.app.fault.plan.PlanPart;
import sosad.app.process.Program;

/**
 * The search for the smallest part of a plan that fails, on the command line: says how it goes on, and writes what it
 * has found, also when the program is asked to end meanwhile.
 *
 * @param progress where it says so
 * @param file where the plan goes
 * @param repeat the command that repeats a run under that plan for so many milliseconds
 */
record ShrinkRun(PrintWriter progress, OutputFile file, Repeat repeat) implements ShrinkListener {
    /** Makes the command that repeats a run. */
    interface Repeat {
        String command(String plan, long forMillis);
    }

    /** Searches, if there is something to search for, and says so if there is not. */
    void runIfFailed(TrialResult result, TrialSettings settings, FaultPlan plan, Program program)
            throws InterruptedException {
        if (result.verdict() == TrialResult.Verdict.FAULT) {
            run(settings, plan, program);
        } else {
            say("the run did not fail, so there is nothing to shrink");
        }
    }

    /** Searches and writes. */
    void run(TrialSettings settings, FaultPlan plan, Program program) throws InterruptedException {
        TrialShrinking search = new TrialShrinking(settings, plan, program, this);
        say(format(
                "shrinking: %s; each part is tried up to %d times, and %d parts at most",
                words(search.smallest()), TrialShrinking.TRIES, TrialShrinking.MOST_PARTS));
        InGoodOrder.run(() -> {
            boolean isOver = false;
            try {
                search.run();
                isOver = true;
            } finally {
                finish(search, settings, plan, isOver && !search.isCutShort());
            }
            return search;
        });
    }

    private void finish(TrialShrinking search, TrialSettings settings, FaultPlan plan, boolean isDone) {
        if (search.failure().isEmpty()) {
            say("no part of the plan failed again%s; nothing is written".formatted(isDone ? "" : " so far"));
            return;
        }
        PlanPart smallest = search.smallest();
        String command = repeat.command(file.path().toString(), smallest.millis());
        String about = format(
                "The smallest part of \"%s\", seed %d, under which a run failed%s: %s%n%nRepeat it with `%s`.",
                plan.title(),
                settings.seed(),
                isDone ? "" : ", of those that were tried",
                search.failure().get(),
                command);
        String text = FaultPlanWriter.write(smallest.asPlan(plan.title(), Optional.of(about)));
        try {
            file.write(text);
        } catch (OutputFileException e) {
            say("%s; this was to be in it:%n%s".formatted(e.getMessage(), text));
            return;
        }
        say(format(
                "the smallest part that %s is in %s: %s, after %d parts",
                isDone ? "fails" : "failed so far", file.path(), words(smallest), search.parts()));
        say("repeat it: " + command);
    }

    private static String words(PlanPart part) {
        int faults = part.faults().size();
        return format("%,d %s in %.1f s", faults, faults == 1 ? "fault" : "faults", part.millis() / 1_000.0);
    }

    private void say(String line) {
        progress.println(line);
        progress.flush();
    }

    @Override
    public void tried(int number, PlanPart part, Optional<String> failure) {
        say(format(
                "part %d, %s: %s", number, words(part), failure.orElse(format("good %d times", TrialShrinking.TRIES))));
    }
}
