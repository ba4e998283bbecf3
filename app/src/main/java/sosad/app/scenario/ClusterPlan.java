package sosad.app.scenario;

import java.util.List;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/**
 * The cluster that a scenario runs on.
 *
 * @param nodes its nodes in alphabetical order, 1 to 26
 * @param rules the switches they all run under
 */
public record ClusterPlan(List<NodeId> nodes, Rules rules) {
    public ClusterPlan {
        nodes = nodes.stream().sorted().toList();
    }

    /** The other nodes, in alphabetical order. */
    public List<NodeId> peersOf(NodeId node) {
        return nodes.stream().filter(other -> !other.equals(node)).toList();
    }
}
