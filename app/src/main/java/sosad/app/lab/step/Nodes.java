package sosad.app.lab.step;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.NodeTables;
import sosad.app.cluster.StepCluster;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.model.NodeId;

/** Which nodes are up, paused or dead, and how far their clocks are off. */
final class Nodes {
    private final StepCluster cluster;
    private final Map<NodeId, Status> statuses = new TreeMap<>();
    private final Map<NodeId, Long> skews = new TreeMap<>();
    private final Map<NodeId, NodeState> known = new TreeMap<>();
    private List<NodeState> states = List.of();

    Nodes(StepCluster cluster, List<NodeId> ids) {
        this.cluster = cluster;
        ids.forEach(id -> {
            statuses.put(id, Status.UP);
            skews.put(id, 0L);
        });
    }

    Status status(NodeId node) {
        return statuses.get(node);
    }

    void setStatus(NodeId node, Status status) {
        statuses.put(node, status);
    }

    /** Takes note of what a live cluster has become; a node that is not up yet is dead still. */
    void follow(LiveCluster live) {
        statuses.replaceAll((node, status) -> {
            if (!live.isUp(node)) {
                return Status.DEAD;
            }
            return live.isPaused(node) ? Status.PAUSED : Status.UP;
        });
    }

    void skew(NodeId node, long by) {
        skews.put(node, by);
    }

    /** Sets the node's clock by T, if it can be told now. */
    void setClock(NodeId node, long time) {
        if (status(node) == Status.UP) {
            cluster.setTime(node, time + skews.get(node));
        }
    }

    void setClocks(long time) {
        Map<NodeId, Long> times = new TreeMap<>();
        statuses.forEach((node, status) -> {
            if (status == Status.UP) {
                times.put(node, time + skews.get(node));
            }
        });
        cluster.setTimes(times);
    }

    /** Returns every node as it is known now, in alphabetical order; what has not changed is what was given before. */
    List<NodeState> states(Cluster from) {
        boolean changed = false;
        for (NodeId node : statuses.keySet()) {
            NodeState now = state(from, node);
            NodeState before = known.get(node);
            // Tables that are the same are the same object; others would be long to compare.
            if (before == null || before.entries() != now.entries() || !before.equals(now)) {
                known.put(node, now);
                changed = true;
            }
        }
        if (changed) {
            states = List.copyOf(known.values());
        }
        return states;
    }

    private NodeState state(Cluster from, NodeId node) {
        if (status(node) == Status.DEAD) {
            return NodeState.dead(node, skews.get(node));
        }
        NodeTables tables = from.tables(node);
        return new NodeState(
                node,
                status(node),
                tables.pid(),
                OptionalInt.of(tables.clientPort()),
                skews.get(node),
                tables.rows(),
                tables.entries());
    }
}
