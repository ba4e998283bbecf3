package sosad.app.lab.step;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.LiveCluster;
import sosad.app.history.GatewayState;
import sosad.app.history.PersistentList;
import sosad.model.Key;
import sosad.model.NodeId;

/** Which gateways are live. */
final class Gateways {
    private final Map<NodeId, Boolean> live = new TreeMap<>();
    private final Map<NodeId, PersistentList<GatewayState.Passed>> passed = new TreeMap<>();
    private List<GatewayState> states = List.of();

    /** All of them are live. */
    Gateways(List<NodeId> ids) {
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
        GatewayState.Passed request = new GatewayState.Passed(node, key, writes);
        passed.merge(id, PersistentList.copyOf(List.of(request)), (before, one) -> before.plus(request));
    }

    void setLive(NodeId id, boolean isLive) {
        live.put(id, isLive);
    }

    /** Returns every gateway as it is now, in alphabetical order; if none has changed, what was given before. */
    List<GatewayState> states(Cluster cluster) {
        List<GatewayState> now =
                live.keySet().stream().map(gateway -> state(cluster, gateway)).toList();
        if (!now.equals(states)) {
            states = now;
        }
        return states;
    }

    private GatewayState state(Cluster cluster, NodeId id) {
        if (!live.get(id)) {
            return GatewayState.dead(id);
        }
        Cluster.Running running = cluster.gateway(id);
        return new GatewayState(
                id,
                running.pid(),
                OptionalInt.of(running.clientPort()),
                passed.getOrDefault(id, PersistentList.empty()));
    }
}
