package sosad.app.lab.step;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.NodeTables;
import sosad.app.cluster.StepCluster;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.PersistentList;
import sosad.model.NodeId;

/** The nodes and gateways of a cluster as a run knows them: sets their clocks, and looks at them. */
final class ProcessStates {
    private final StepCluster cluster;
    private final StepState state;
    private final Map<NodeId, NodeState> known = new TreeMap<>();
    private List<NodeState> nodes = List.of();
    private List<GatewayState> gateways = List.of();

    ProcessStates(StepCluster cluster, StepState state) {
        this.cluster = cluster;
        this.state = state;
    }

    /** Takes note of what a live cluster has become; a process that is not up yet is dead still. */
    void follow(LiveCluster live) {
        state.nodes.replaceAll((node, status) -> {
            if (!live.isUp(node)) {
                return Status.DEAD;
            }
            return live.isPaused(node) ? Status.PAUSED : Status.UP;
        });
        state.gateways.replaceAll((gateway, status) -> live.isUp(gateway) ? Status.UP : Status.DEAD);
    }

    /** Sets the clocks of the nodes that can be told now by T. */
    void setClocks(long time) {
        Map<NodeId, Long> times = new TreeMap<>();
        state.nodes.forEach((node, status) -> {
            if (status == Status.UP) {
                times.put(node, time + state.skews.get(node));
            }
        });
        cluster.setTimes(times);
    }

    /** Sets the clock of one node by T, if it can be told now. */
    void setClock(NodeId node) {
        if (state.nodes.get(node) == Status.UP) {
            cluster.setTime(node, state.time + state.skews.get(node));
        }
    }

    /** Returns every node as it is known now, in alphabetical order; what has not changed is what was given before. */
    List<NodeState> nodes(Cluster from) {
        boolean changed = false;
        for (NodeId node : state.nodes.keySet()) {
            NodeState now = node(from, node);
            NodeState before = known.get(node);
            // Tables that are the same are the same object; others would be long to compare.
            if (before == null || before.entries() != now.entries() || !before.equals(now)) {
                known.put(node, now);
                changed = true;
            }
        }
        if (changed) {
            nodes = List.copyOf(known.values());
        }
        return nodes;
    }

    private NodeState node(Cluster from, NodeId node) {
        long skew = state.skews.get(node);
        Status status = state.nodes.get(node);
        if (status == Status.DEAD) {
            return NodeState.dead(node, skew);
        }
        NodeTables tables = from.tables(node);
        return new NodeState(
                node, status, tables.pid(), OptionalInt.of(tables.clientPort()), skew, tables.rows(), tables.entries());
    }

    /** Returns every gateway as it is now, in alphabetical order; if none has changed, what was given before. */
    List<GatewayState> gateways(Cluster from) {
        List<GatewayState> now = state.gateways.keySet().stream()
                .map(gateway -> gateway(from, gateway))
                .toList();
        if (!now.equals(gateways)) {
            gateways = now;
        }
        return gateways;
    }

    private GatewayState gateway(Cluster from, NodeId id) {
        if (state.gateways.get(id) == Status.DEAD) {
            return GatewayState.dead(id);
        }
        Cluster.Running running = from.gateway(id);
        return new GatewayState(
                id,
                running.pid(),
                OptionalInt.of(running.clientPort()),
                state.passed.getOrDefault(id, PersistentList.empty()));
    }
}
