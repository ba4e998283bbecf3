package sosad.app.compare.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import sosad.app.check.StartedCluster;
import sosad.app.compare.CompareSettings;
import sosad.app.fault.plan.Decision;
import sosad.app.fault.plan.FaultPlanner;
import sosad.app.process.NodeException;

/** Carries a plan's decisions out on real processes. */
final class LivePlan {
    private final Optional<FaultPlanner> planner;
    private final StartedCluster started;
    private final PriorityQueue<Heal> heals = new PriorityQueue<>(Comparator.comparingLong(Heal::atMillis));

    /** @param number of the fault in force that is to be healed */
    private record Heal(long atMillis, long number) {}

    LivePlan(CompareSettings settings, long seed, StartedCluster started) {
        this.planner = settings.plan().map(plan -> new FaultPlanner(plan, started.members(), seed));
        this.started = started;
    }

    /** Does everything due by now. */
    void tick(long nowMillis) {
        while (!heals.isEmpty() && heals.element().atMillis() <= nowMillis) {
            Heal heal = heals.remove();
            tried(() -> started.heal(heal.number()));
        }
        planner.ifPresent(decides -> decides.upTo(nowMillis).forEach(decision -> tried(() -> inject(decision))));
    }

    private void inject(Decision decision) {
        long number = started.inject(decision.fault()).number();
        decision.healAtMillis().ifPresent(at -> heals.add(new Heal(at, number)));
    }

    /** What cannot be done now, as to a process that is down, is left out, as in a trial. */
    private static void tried(Runnable deed) {
        try {
            deed.run();
        } catch (NodeException e) {
            // Nothing was asked for then.
        }
    }
}
