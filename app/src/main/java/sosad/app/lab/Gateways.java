package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.LiveCluster;
import sosad.app.history.GatewayState;
import sosad.model.Key;
import sosad.model.NodeId;

/** Which gateways are live. */
final class Gateways {
    private final Cluster cluster;
    private final Map<NodeId, Boolean> live = new TreeMap<>();
    private final Map<NodeId, List<GatewayState.Passed>> passed = new TreeMap<>();

    /** All of them are live. */
    Gateways(Cluster cluster, List<NodeId> ids) {
        this.cluster = cluster;
        ids.forEach(id -> live.put(id, true));
    }

    boolean has(NodeId id) {
        return live.containsKey(id);
    }

    /** Takes note of what a live cluster has become. */
    void follow(LiveCluster cluster) {
        live.replaceAll((gateway, was) -> cluster.isUp(gateway));
    }

    /** A new step begins: what was passed on before is forgotten. */
    void nextStep() {
        passed.clear();
    }

    /** A node has answered a request that went through the gateway. */
    void passed(NodeId id, NodeId node, Key key, boolean writes) {
        passed.computeIfAbsent(id, any -> new ArrayList<>()).add(new GatewayState.Passed(node, key, writes));
    }

    void become(NodeId id, boolean isLive) {
        live.put(id, isLive);
    }

    /** Every gateway as it is now, in alphabetical order. */
    List<GatewayState> states() {
        return live.keySet().stream().map(this::state).toList();
    }

    private GatewayState state(NodeId id) {
        if (!live.get(id)) {
            return GatewayState.dead(id);
        }
        Cluster.Running running = cluster.gateway(id);
        return new GatewayState(
                id, running.pid(), OptionalInt.of(running.clientPort()), passed.getOrDefault(id, List.of()));
    }
}
