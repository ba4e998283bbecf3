package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Checked;
import sosad.app.history.RunEvent.Sent;
import sosad.app.history.RunEvent.Wrote;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/** Moments that stand at one x: the writes of one client, the messages of one push, or one moment alone. */
record Slot(List<Snapshot> snapshots) {
    /** The slots of moments that belong to one step. */
    static List<Slot> of(List<Snapshot> step) {
        List<Slot> slots = new ArrayList<>();
        List<Snapshot> open = new ArrayList<>();
        for (Snapshot snapshot : step) {
            if (!open.isEmpty() && !open.stream().allMatch(other -> together(other.what(), snapshot.what()))) {
                slots.add(new Slot(List.copyOf(open)));
                open.clear();
            }
            open.add(snapshot);
        }
        if (!open.isEmpty()) {
            slots.add(new Slot(List.copyOf(open)));
        }
        return slots;
    }

    private static boolean together(RunEvent a, RunEvent b) {
        if (a instanceof Wrote first && b instanceof Wrote second) {
            return first.node().equals(second.node())
                    && first.lost() == second.lost()
                    && first.outside() == second.outside();
        }
        if (a instanceof Sent first && b instanceof Sent second) {
            return first.message().from().equals(second.message().from())
                    && !first.message().to().equals(second.message().to());
        }
        return a instanceof Checked first && b instanceof Checked second && first.met() == second.met();
    }

    RunEvent first() {
        return snapshots.get(0).what();
    }

    /** Returns how much room the slot wants before it. */
    double before() {
        if (first() instanceof RunEvent.ClusterStarted || first() instanceof RunEvent.StepOpened) {
            return 0;
        }
        return first() instanceof RunEvent.StepDone ? 20 : 30;
    }

    /** Returns how much room it wants behind it: a message on its way goes to the right. */
    double after() {
        return first() instanceof Sent ? 48 : 0;
    }

    Optional<NodeId> node() {
        return Marks.node(first());
    }
}
