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

/** The contents of one x, which grow: the writes of one client, the messages of one push, or one snapshot alone. */
final class Slot {
    private final List<Snapshot> snapshots = new ArrayList<>();
    private boolean leavesScript;

    /** Takes the next snapshot if it belongs here; the first always does. */
    boolean takes(Snapshot next, boolean isFirstOffScript) {
        boolean belongs = snapshots.isEmpty()
                || (next.what() instanceof Sent
                        ? snapshots.stream().allMatch(one -> together(one.what(), next.what()))
                        : together(first(), next.what()));
        if (belongs) {
            snapshots.add(next);
            leavesScript |= isFirstOffScript;
        }
        return belongs;
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    /** Returns whether with one of them the run left its script. */
    boolean leavesScript() {
        return leavesScript;
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

    /** Returns the index of the first of its snapshots, which follow each other. */
    int firstIndex() {
        return snapshots.get(0).index();
    }

    int lastIndex() {
        return snapshots.get(snapshots.size() - 1).index();
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
