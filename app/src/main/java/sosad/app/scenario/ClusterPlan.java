package sosad.app.scenario;

import java.util.List;
import sosad.message.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/**
 * The cluster that a scenario runs on.
 *
 * @param nodes its nodes in alphabetical order, 1 to 26
 * @param rules the switches they all run under
 * @param store where they keep what they hold
 */
public record ClusterPlan(List<NodeId> nodes, Rules rules, StoreKind store) {
    public ClusterPlan {
        nodes = nodes.stream().sorted().toList();
    }

    /** The other nodes, in alphabetical order. */
    public List<NodeId> peersOf(NodeId node) {
        return nodes.stream().filter(other -> !other.equals(node)).toList();
    }
}
