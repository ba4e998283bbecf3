package sosad.app.check.nemesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.fault.ProcessFault;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.Pick;
import sosad.app.fault.plan.PlannedFault;
import sosad.app.fault.plan.Timing;
import sosad.model.NodeId;

/** A plan that kills servers, group after group, each group at once, and starts them again after a while. */
final class KillPlan {
    /** Which share of its slot a group is down. */
    private static final double DOWN = 0.35;

    /** Which share of its slot is over when a group is killed. */
    private static final double BEFORE = 0.25;

    private final String title;
    private final List<List<NodeId>> groups = new ArrayList<>();

    KillPlan(String title) {
        this.title = title;
    }

    /** Kills these together; nobody, if there is none. */
    KillPlan then(List<NodeId> together) {
        if (!together.isEmpty()) {
            groups.add(List.copyOf(together));
        }
        return this;
    }

    /** Kills these one after the other. */
    KillPlan thenEach(List<NodeId> inTurn) {
        inTurn.forEach(one -> then(List.of(one)));
        return this;
    }

    /** Returns how many servers are to be killed. */
    int kills() {
        return groups.stream().mapToInt(List::size).sum();
    }

    /** Returns the plan, in which each group has the same share of the time. */
    FaultPlan within(long millis) {
        List<PlannedFault> faults = new ArrayList<>();
        double slot = (double) millis / groups.size();
        for (int i = 0; i < groups.size(); i++) {
            faults.add(new PlannedFault(
                    new Timing.Once(Math.round((i + BEFORE) * slot)),
                    new Pick.NamedProcesses(groups.get(i)),
                    new ProcessFault.Kill(),
                    OptionalLong.of(Math.max(1, Math.round(DOWN * slot))),
                    Optional.empty()));
        }
        return new FaultPlan(title, Optional.empty(), faults);
    }
}
