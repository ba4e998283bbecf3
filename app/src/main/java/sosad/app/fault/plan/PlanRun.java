package sosad.app.fault.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultTarget;
import sosad.app.fault.plan.PlanEvent.What;
import sosad.app.process.NodeException;

/**
 * A plan that is carried out on a live cluster. Time comes in as a number, in milliseconds since the plan began; to be
 * used on the thread that owns the cluster.
 */
public final class PlanRun {
    private final String title;
    private final FaultPlanner planner;
    private final FaultTarget faults;
    private final List<Decision> decided = new ArrayList<>();
    private final PriorityQueue<Heal> heals =
            new PriorityQueue<>(Comparator.comparingLong(Heal::atMillis).thenComparing(Heal::number));

    /** Heals what the plan has done. */
    private record Heal(long atMillis, long number, Fault fault) {}

    /**
     * A plan that begins now.
     *
     * @param members against which it was read
     * @param seed decides what the plan leaves to chance
     */
    public PlanRun(FaultPlan plan, Members members, long seed, FaultTarget faults) {
        this.title = plan.title();
        this.planner = new FaultPlanner(plan, members, seed);
        this.faults = faults;
    }

    /** Returns when there is something to do next. */
    public OptionalLong nextDueMillis() {
        OptionalLong next = planner.nextDueMillis();
        if (heals.isEmpty()) {
            return next;
        }
        return OptionalLong.of(Math.min(heals.element().atMillis(), next.orElse(Long.MAX_VALUE)));
    }

    /** Does everything due by now, in its order, and reports what it did and what it could not do. */
    public List<PlanEvent> tick(long nowMillis) {
        List<PlanEvent> events = new ArrayList<>();
        for (OptionalLong due = nextDueMillis();
                due.isPresent() && due.getAsLong() <= nowMillis;
                due = nextDueMillis()) {
            healUpTo(due.getAsLong(), events);
            planner.upTo(due.getAsLong()).forEach(decision -> events.add(inject(decision, nowMillis)));
        }
        return events;
    }

    private void healUpTo(long millis, List<PlanEvent> events) {
        while (!heals.isEmpty() && heals.element().atMillis() <= millis) {
            Heal heal = heals.remove();
            if (faults.isInForce(heal.number())) { // unless somebody has healed it before
                Optional<String> whyNot = tried(() -> faults.heal(heal.number()));
                events.add(new PlanEvent(heal.atMillis(), What.HEAL, heal.fault(), whyNot, Optional.empty()));
            }
        }
    }

    private PlanEvent inject(Decision decision, long nowMillis) {
        decided.add(decision);
        Optional<String> whyNot = tried(() -> {
            ActiveFault injected = faults.inject(decision.fault(), title, nowMillis);
            decision.healAtMillis()
                    .ifPresent(healAt -> heals.add(new Heal(healAt, injected.number(), decision.fault())));
        });
        return new PlanEvent(decision.atMillis(), What.INJECT, decision.fault(), whyNot, decision.say());
    }

    private static Optional<String> tried(Runnable deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (NodeException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Returns what the plan has decided so far, to be written down. */
    public List<Decision> decided() {
        return List.copyOf(decided);
    }
}
