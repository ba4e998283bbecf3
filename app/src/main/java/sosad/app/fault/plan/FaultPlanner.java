package sosad.app.fault.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import sosad.app.fault.Fault;

/**
 * Decides what a plan leaves to chance. What it decides depends on the plan, the cluster's members and the seed alone,
 * not on what becomes of it. A process that is down or paused by its own decisions it leaves alone until that is healed
 * and the process had time to start.
 */
public final class FaultPlanner {
    private final Members members;
    private final Outages outages = new Outages();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMillis).thenComparing(Due::line));

    /** A line of the plan is due; it has chance of its own, so that no line changes what others do. */
    private record Due(long atMillis, int line, PlannedFault fault, RandomGenerator chance) {}

    /** @param members against which the plan was read */
    public FaultPlanner(FaultPlan plan, Members members, long seed) {
        this.members = members;
        for (int line = 0; line < plan.faults().size(); line++) {
            PlannedFault fault = plan.faults().get(line);
            RandomGenerator chance = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + line);
            due.add(new Due(fault.timing().first(chance), line, fault, chance));
        }
    }

    /** Returns when something is due next; it may come to nothing if all its targets are out. */
    public OptionalLong nextDueMillis() {
        return due.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(due.element().atMillis());
    }

    /** Returns what was not asked for yet and is due up to this time, in order. */
    public List<Decision> upTo(long millis) {
        List<Decision> decisions = new ArrayList<>();
        while (!due.isEmpty() && due.element().atMillis() <= millis) {
            Due now = due.remove();
            decide(now, decisions);
            now.fault()
                    .timing()
                    .after(now.atMillis(), now.chance())
                    .ifPresent(next -> due.add(new Due(next, now.line(), now.fault(), now.chance())));
        }
        return decisions;
    }

    private void decide(Due now, List<Decision> decisions) {
        Optional<String> say = now.fault().say(); // said once, to however many it happens
        for (Fault fault : faults(now)) {
            Decision decision = new Decision(now.atMillis(), fault, healAt(now), say);
            decisions.add(decision);
            say = Optional.empty();
            outages.note(decision);
        }
    }

    private static OptionalLong healAt(Due now) {
        OptionalLong after = now.fault().healAfterMillis();
        return after.isPresent() ? OptionalLong.of(now.atMillis() + after.getAsLong()) : after;
    }

    private List<Fault> faults(Due now) {
        Pick pick = now.fault().pick();
        Members reached = pick.isOfLinks() ? members : members.that(process -> outages.isUp(process, now.atMillis()));
        return pick.faults(now.fault().what(), reached, now.chance());
    }
}
