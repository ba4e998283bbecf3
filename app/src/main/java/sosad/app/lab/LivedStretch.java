package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import sosad.app.replay.LivedReplicas;
import sosad.app.replay.LivedRun;
import sosad.app.replay.Stretch;
import sosad.model.NodeId;
import sosad.protocol.ReplicaSnapshot;

/**
 * A stretch of a run in which the nodes ran by their own clocks, and the records of it.
 *
 * @param begin the event at which it begins
 * @param end the event at which the run stood when the clocks had stopped
 * @param nodes the nodes of the cluster, in alphabetical order
 * @param reached how far the record of each node is at each event from {@code begin} on; what comes later up to
 *     {@code end} is the stopping of the clocks, which changes no replica
 * @param records the records, which are there as long as the cluster is
 */
public record LivedStretch(int begin, int end, List<NodeId> nodes, List<List<Integer>> reached, List<Stretch> records) {
    public LivedStretch {
        nodes = List.copyOf(nodes);
        reached = List.copyOf(reached);
        records = List.copyOf(records);
        Objects.checkIndex(reached.size() - 1, end - begin + 1);
    }

    static LivedStretch of(int begin, int end, List<NodeId> nodes, LivedRun lived, List<Stretch> records) {
        List<List<Integer>> reached = new ArrayList<>(List.of(lived.reachedAtBegin()));
        lived.moments().forEach(moment -> reached.add(moment.reached()));
        reached.add(lived.reachedAtEnd());
        return new LivedStretch(begin, end, nodes, reached, records);
    }

    /** Returns whether a moment is one of its, up to the one at which the clocks had stopped. */
    public boolean includes(int event) {
        return begin <= event && event <= end;
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
     * Returns the whole states of the replicas that are not dead after an event of it. Replays the records.
     *
     * @throws sosad.app.replay.RecordFileException if they are not there any more
     */
    public List<ReplicaSnapshot> replicas(int event) {
        return LivedReplicas.at(nodes, records, reached(event));
    }

    private List<Integer> reached(int event) {
        return reached.get(Math.min(event - begin, reached.size() - 1));
    }
}
