package sosad.app.lab.step;

import java.util.ArrayList;
import java.util.List;
import sosad.app.history.NodeState;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;

/** The inputs of a run in order, each with what the cluster was like after it. */
public final class RunRecord {
    /** An input that was carried out, and what the cluster was like after it. */
    public record Done(Input input, Snapshot after) {
        /** Returns whether nothing was in flight after it, or to be done there, or lost and to be restored. */
        boolean isQuiet() {
            return after.queue().isEmpty() && after.actionsLeft() == 0 && !after.hasLost();
        }
    }

    private final List<Done> inputs = new ArrayList<>();

    /** Returns a record that goes on from here by itself. */
    public RunRecord copy() {
        RunRecord copy = new RunRecord();
        copy.inputs.addAll(inputs);
        return copy;
    }

    public void add(Input input, Snapshot after) {
        inputs.add(new Done(input, after));
    }

    /** Returns them all. */
    public List<Done> inputs() {
        return List.copyOf(inputs);
    }

    /** The nodes without process ids and ports, which differ from start to start. */
    public static List<NodeState> comparable(Snapshot snapshot) {
        return snapshot.nodes().stream().map(NodeState::withoutProcess).toList();
    }

    public boolean isEmpty() {
        return inputs.isEmpty();
    }

    /**
     * The inputs up to the stop before the present one.
     *
     * @param alsoInFlight whether every input ends in a stop, save one after which all that was left was to end the
     *     step; otherwise only a step's end does
     */
    public List<Done> untilStopBefore(boolean alsoInFlight) {
        int end = withoutLast(inputs.size());
        if (end > 0
                && inputs.get(end).input().joinsTheOneBefore()
                && inputs.get(end - 1).isQuiet()) {
            end = withoutLast(end);
        }
        while (!alsoInFlight && end > 0 && inputs.get(end - 1).after().phase() != Phase.DELIVERED) {
            end = withoutLast(end);
        }
        return List.copyOf(inputs.subList(0, end));
    }

    private int withoutLast(int end) {
        int begin = Math.max(0, end - 1);
        while (begin > 0
                && inputs.get(begin).input().joinsTheOneBefore()
                && inputs.get(begin - 1).input().joinsTheOneBefore()) {
            begin--;
        }
        return begin;
    }
}
