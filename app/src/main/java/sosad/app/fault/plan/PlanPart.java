package sosad.app.fault.plan;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of what a plan has decided, and how long it runs. Nothing of it is left to chance, so that to leave a fault
 * out changes no other.
 *
 * @param faults the faults, in their order; all begin before the end
 * @param millis how long it runs
 */
public record PlanPart(List<Decision> faults, long millis) {
    public PlanPart {
        faults = List.copyOf(faults);
        refuseIf(
                faults.size() > FaultPlan.MAX_FAULTS,
                "the plan comes to %,d faults in this time; a part of it may have at most %,d",
                faults.size(),
                FaultPlan.MAX_FAULTS);
        refuseIf(faults.stream().anyMatch(fault -> fault.atMillis() >= millis), "a fault begins after the end");
    }

    /**
     * Everything that a plan decides with this seed, for so long.
     *
     * @throws IllegalArgumentException if that is more than a plan may have
     */
    public static PlanPart whole(FaultPlan plan, Members members, long seed, long millis) {
        return new PlanPart(new FaultPlanner(plan, members, seed).upTo(millis - 1), millis);
    }

    /** The same as a plan, which decides exactly this with any seed. */
    public FaultPlan asPlan(String title, Optional<String> about) {
        return FaultPlanWriter.plan(title, about, faults);
    }

    /** These faults alone. */
    PlanPart of(List<Decision> some) {
        return new PlanPart(some, millis);
    }

    /** What of it happens up to an earlier end. */
    PlanPart endingAt(long earlier) {
        return new PlanPart(
                faults.stream().filter(fault -> fault.atMillis() < earlier).toList(), earlier);
    }

    /** Returns how long a fault lasts: until it is healed, or else until the end; 0 if it is over at once. */
    long lastsMillis(int index) {
        Decision fault = faults.get(index);
        return fault.fault().isMomentary()
                ? 0
                : Math.min(fault.healAtMillis().orElse(millis), millis) - fault.atMillis();
    }

    /** The same with a fault that lasts so long. */
    PlanPart lasting(int index, long forMillis) {
        List<Decision> changed = new ArrayList<>(faults);
        Decision was = faults.get(index);
        changed.set(
                index,
                new Decision(was.atMillis(), was.fault(), OptionalLong.of(was.atMillis() + forMillis), was.say()));
        return new PlanPart(changed, millis);
    }
}
