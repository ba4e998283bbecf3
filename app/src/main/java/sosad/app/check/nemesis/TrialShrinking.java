package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.PlanPart;
import sosad.app.fault.plan.PlanShrinking;
import sosad.app.process.NodeException;
import sosad.app.process.Program;

/**
 * The search for the smallest part of a plan under which a trial still fails, on real processes. Each part is tried up
 * to {@value #TRIES} times and fails if one of them does: a run depends on the machine's timing, and a failure is
 * computed, so that one is enough ({@code docs/decisions/0093}).
 */
public final class TrialShrinking {
    /** How often a part is tried before it counts as one that does not fail. */
    public static final int TRIES = 3;

    /** After so many parts the search ends. */
    public static final int MOST_PARTS = 100;

    private final TrialSettings settings;
    private final FaultPlan plan;
    private final Program program;
    private final int tries;
    private final Predicate<TrialResult> isFailure;
    private final ShrinkListener listener;
    private final PlanShrinking search;
    private Optional<String> failure = Optional.empty();

    /** Is told how the search goes on. */
    public interface ShrinkListener {
        /**
         * A part was tried.
         *
         * @param number how many parts were tried, with this one
         * @param failure how it failed, in words; empty: it did not
         */
        void tried(int number, PlanPart part, Optional<String> failure);
    }

    /** A search among the parts of a plan under which a trial with these settings failed. */
    public TrialShrinking(TrialSettings settings, FaultPlan plan, Program program, ShrinkListener listener) {
        this(settings, plan, program, TRIES, result -> result.verdict() == TrialResult.Verdict.FAULT, listener);
    }

    /**
     * A search for another kind of failure.
     *
     * @param tries how often a part is tried
     * @param isFailure whether a result is a failure
     */
    TrialShrinking(
            TrialSettings settings,
            FaultPlan plan,
            Program program,
            int tries,
            Predicate<TrialResult> isFailure,
            ShrinkListener listener) {
        this.settings = settings;
        this.plan = plan;
        this.program = program;
        this.tries = tries;
        this.isFailure = isFailure;
        this.listener = listener;
        PlanPart whole = PlanPart.whole(
                plan, settings.members(), settings.seed(), settings.duration().toMillis());
        this.search = new PlanShrinking(whole, TrialSettings.MIN_DURATION.toMillis(), MOST_PARTS, this::fails);
    }

    /** Searches; what it has found so far can be asked for at any time. */
    public void run() throws InterruptedException {
        search.run();
    }

    /** Returns the smallest part so far under which a trial failed. */
    public PlanPart smallest() {
        return search.smallest();
    }

    /** Returns how that failed, in words; empty as long as no part but the whole has. */
    public Optional<String> failure() {
        return failure;
    }

    /** Returns how many parts were tried. */
    public int parts() {
        return search.parts();
    }

    /** Returns whether the search ended before it had tried everything. */
    public boolean isCutShort() {
        return search.isCutShort();
    }

    private boolean fails(int number, PlanPart part) throws InterruptedException {
        Optional<String> failed = Optional.empty();
        for (int i = 0; i < tries && failed.isEmpty(); i++) {
            failed = failure(part);
        }
        listener.tried(number, part, failed);
        if (failed.isPresent()) {
            failure = failed;
        }
        return failed.isPresent();
    }

    /** Tries a part once. */
    private Optional<String> failure(PlanPart part) throws InterruptedException {
        TrialSettings shorter = settings.withDuration(Duration.ofMillis(part.millis()));
        FaultPlan tried = part.asPlan(plan.title(), Optional.empty());
        try (Trial trial = new Trial(shorter, tried, program, new NemesisListener() {})) {
            TrialResult result = trial.run();
            return isFailure.test(result)
                    ? Optional.of(format("verdict: %s", TrialText.verdict(result)))
                    : Optional.empty();
        } catch (NodeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
