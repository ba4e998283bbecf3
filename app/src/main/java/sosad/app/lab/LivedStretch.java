package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import sosad.app.replay.LivedRun;
import sosad.app.replay.LivedStates;
import sosad.app.replay.Stretch;
import sosad.engine.EngineSnapshot;
import sosad.model.NodeId;

/**
 * A stretch of a run in which the nodes ran by their own clocks, and the records of it.
 *
 * @param begin the event at which it begins
 * @param end the event at which the run stood when the clocks had stopped
 * @param nodes the nodes of the cluster, in alphabetical order
 * @param reached how far the record of each node is at each event from {@code begin} on; what comes later up to
 *     {@code end} is the stopping of the clocks, which changes no replica
 * @param records the records, which are there as long as the cluster is
 * @param stopped the run in steps as it stood then, of which copies go on
 */
public record LivedStretch(
        int begin, int end, List<NodeId> nodes, List<List<Integer>> reached, List<Stretch> records, StepRun stopped) {
    public LivedStretch {
        nodes = List.copyOf(nodes);
        reached = List.copyOf(reached);
        records = List.copyOf(records);
        Objects.checkIndex(reached.size() - 1, end - begin + 1);
    }

    static LivedStretch of(int begin, List<NodeId> nodes, LivedRun lived, List<Stretch> records, StepRun stopped) {
        List<List<Integer>> reached = new ArrayList<>(List.of(lived.reachedAtBegin()));
        lived.moments().forEach(moment -> reached.add(moment.reached()));
        reached.add(lived.reachedAtEnd());
        return new LivedStretch(begin, stopped.present().index(), nodes, reached, records, stopped);
    }

    /** Returns the last event of what a node did at once, such as sending to several, of which an event is part. */
    public int whole(int event) {
        int whole = event;
        while (whole + 1 < begin + reached.size() - 1 && reached(whole + 1).equals(reached(event))) {
            whole++;
        }
        return whole;
    }

    /**
     * Returns the whole states of the nodes that are not dead after an event of it. Replays the records.
     *
     * @throws sosad.app.replay.RecordFileException if they are not there any more
     */
    public List<EngineSnapshot> states(int event) {
        return LivedStates.at(nodes, records, reached(event));
    }

    private List<Integer> reached(int event) {
        return reached.get(Math.min(event - begin, reached.size() - 1));
    }
}
