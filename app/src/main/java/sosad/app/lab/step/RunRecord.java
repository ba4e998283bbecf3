package sosad.app.lab.step;

import java.util.List;
import sosad.app.history.NodeState;
import sosad.app.history.PersistentList;
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

    private PersistentList<Done> inputs = PersistentList.empty();

    /** Returns a record that goes on from here by itself. */
    public RunRecord copy() {
        RunRecord copy = new RunRecord();
        copy.inputs = inputs;
        return copy;
    }

    public void add(Input input, Snapshot after) {
        inputs = inputs.plus(new Done(input, after));
    }

    /** Returns them all. */
    public List<Done> inputs() {
        return inputs;
    }

    /** The nodes without process ids and ports, which differ from start to start. */
    public static List<NodeState> comparable(Snapshot snapshot) {
        return snapshot.nodes().stream().map(NodeState::withoutProcess).toList();
    }

    /** Returns how many inputs there are. */
    public int size() {
        return inputs.size();
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
        return PersistentList.copyOf(inputs.subList(0, end));
    }

    /**
     * Returns how many inputs of a run there are up to the stop after the present one, at most all of them.
     *
     * @param done how many have been done
     * @param alsoInFlight as in {@link #untilStopBefore}
     */
    public static int untilStopAfter(List<Done> inputs, int done, boolean alsoInFlight) {
        int end = withNext(inputs, done);
        if (end < inputs.size()
                && inputs.get(end).input().joinsTheOneBefore()
                && inputs.get(end - 1).isQuiet()) {
            end = withNext(inputs, end);
        }
        while (!alsoInFlight
                && end < inputs.size()
                && inputs.get(end - 1).after().phase() != Phase.DELIVERED) {
            end = withNext(inputs, end);
        }
        return end;
    }

    private static int withNext(List<Done> inputs, int done) {
        int end = Math.min(inputs.size(), done + 1);
        while (end < inputs.size()
                && inputs.get(end).input().joinsTheOneBefore()
                && inputs.get(end - 1).input().joinsTheOneBefore()) {
            end++;
        }
        return end;
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
