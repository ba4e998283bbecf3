package sosad.app.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import sosad.app.fault.Fault;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.fault.plan.Decision;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanner;
import sosad.model.Link;
import sosad.model.NodeId;

/** Carries a plan's decisions out on a simulated cluster, as far as it can have such faults. */
final class SimFaults {
    private final Optional<FaultPlanner> planner;
    private final SimNetwork network;
    private final FaultTarget target;
    private final PriorityQueue<Heal> heals = new PriorityQueue<>(Comparator.comparingLong(
                    (Heal heal) -> heal.decision().healAtMillis().orElse(Long.MAX_VALUE))
            .thenComparing(Heal::number));
    private final SortedSet<String> notSimulated = new TreeSet<>();
    private int injected;

    /** The end of a fault. */
    private record Heal(Decision decision, int number) {}

    /** The nodes of a cluster that faults happen to. What cannot be done to a dead node is not done. */
    interface FaultTarget {
        boolean isUp(NodeId node);

        /** Ends it, without a word or after it has pushed what it owes. */
        void stop(NodeId node, boolean inGoodOrder);

        /** Starts it with what it keeps, or with nothing. */
        void start(NodeId node, boolean wipe);

        /** Sets how far its clock is ahead. */
        void skew(NodeId node, long millis);
    }

    SimFaults(CompareSettings settings, long seed, SimNetwork network, FaultTarget target) {
        Optional<FaultPlan> plan = settings.plan();
        this.planner = plan.map(there -> new FaultPlanner(there, CompareSettings.members(settings.nodes()), seed));
        this.network = network;
        this.target = target;
    }

    /** Does everything due by now. */
    void tick(long nowMillis) {
        healUpTo(nowMillis);
        planner.ifPresent(decides -> decides.upTo(nowMillis).forEach(this::inject));
    }

    private void healUpTo(long millis) {
        while (!heals.isEmpty() && heals.element().decision().healAtMillis().orElse(Long.MAX_VALUE) <= millis) {
            end(heals.remove().decision().fault());
        }
    }

    /** Ends everything, also what the plan would never heal. */
    void healEverything() {
        healUpTo(Long.MAX_VALUE);
    }

    private void inject(Decision decision) {
        if (begin(decision.fault())) {
            injected++;
            if (!decision.fault().isMomentary()) {
                heals.add(new Heal(decision, injected));
            }
        } else {
            notSimulated.add(decision.fault().kind().name());
        }
    }

    private boolean begin(Fault fault) {
        if (fault instanceof Fault.OnLinks links) {
            return begin(links.links(), links.what());
        }
        NodeId node = fault.target().orElseThrow();
        FaultSpec what = fault.what();
        if (what instanceof ProcessFault.Kill || what instanceof ProcessFault.Terminate) {
            stop(node, what instanceof ProcessFault.Terminate);
        } else if (what instanceof ProcessFault.Restart || what instanceof ProcessFault.Wipe) {
            stop(node, false);
            target.start(node, what instanceof ProcessFault.Wipe);
        } else if (what instanceof ProcessFault.Skew skew) {
            skew(node, skew.millis());
        } else {
            return false;
        }
        return true;
    }

    private boolean begin(List<Link> links, LinkFault what) {
        if (what instanceof LinkFault.Rate || what instanceof LinkFault.SlowClose || what instanceof LinkFault.Reset) {
            return false;
        }
        links.forEach(link -> network.inject(link, what));
        return true;
    }

    private void end(Fault fault) {
        if (fault instanceof Fault.OnLinks links) {
            links.links().forEach(link -> network.heal(link, links.what()));
            return;
        }
        NodeId node = fault.target().orElseThrow();
        if (fault.what() instanceof ProcessFault.Skew) {
            skew(node, 0);
        } else if (!target.isUp(node)) {
            target.start(node, false);
        }
    }

    private void stop(NodeId node, boolean inGoodOrder) {
        if (target.isUp(node)) {
            target.stop(node, inGoodOrder);
        }
    }

    private void skew(NodeId node, long millis) {
        if (target.isUp(node)) {
            target.skew(node, millis);
        }
    }

    /** Returns how many faults happened. */
    int injected() {
        return injected;
    }

    /** The names of the plan's faults that a simulated cluster cannot have. */
    List<String> notSimulated() {
        return List.copyOf(notSimulated);
    }
}
