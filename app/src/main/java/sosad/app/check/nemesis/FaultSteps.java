package sosad.app.check.nemesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.Pick;
import sosad.app.fault.plan.PlannedFault;
import sosad.app.fault.plan.Timing;

/** A plan of faults one step after the other: those of a step begin together, and are healed before the next begins. */
final class FaultSteps {
    private final String title;
    private final List<List<Step>> steps = new ArrayList<>();

    private record Step(Pick pick, FaultSpec what) {}

    FaultSteps(String title) {
        this.title = title;
    }

    /** One more step, with this fault. */
    FaultSteps then(Pick pick, FaultSpec what) {
        steps.add(new ArrayList<>());
        return with(pick, what);
    }

    /** This fault at the same time as the last. */
    FaultSteps with(Pick pick, FaultSpec what) {
        steps.get(steps.size() - 1).add(new Step(pick, what));
        return this;
    }

    /**
     * Returns the plan, in which each step has the same share of the time.
     *
     * @param before which part of its share is over when it begins
     * @param during for which part of its share it lasts
     */
    FaultPlan within(long millis, double before, double during) {
        List<PlannedFault> faults = new ArrayList<>();
        double share = (double) millis / steps.size();
        for (int i = 0; i < steps.size(); i++) {
            long at = Math.round((i + before) * share);
            long lasts = Math.max(1, Math.round(during * share));
            for (Step step : steps.get(i)) {
                faults.add(new PlannedFault(
                        new Timing.Once(at),
                        step.pick(),
                        step.what(),
                        step.what().kind().effect().isMomentary() ? OptionalLong.empty() : OptionalLong.of(lasts),
                        Optional.empty()));
            }
        }
        return new FaultPlan(title, Optional.empty(), faults);
    }
}
