package sosad.app.fault.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sosad.model.NodeId;

/**
 * The possible targets of a plan.
 *
 * @param nodes the nodes, in alphabetical order
 * @param gateways the gateways, in alphabetical order
 */
public record Members(List<NodeId> nodes, List<NodeId> gateways) {
    public Members {
        nodes = nodes.stream().sorted().toList();
        gateways = gateways.stream().sorted().toList();
    }

    /** The nodes, then the gateways. */
    public List<NodeId> all() {
        List<NodeId> all = new ArrayList<>(nodes);
        all.addAll(gateways);
        return all;
    }

    /** Returns the members that meet a condition. */
    Members that(Predicate<NodeId> are) {
        return new Members(
                nodes.stream().filter(are).toList(),
                gateways.stream().filter(are).toList());
    }
}
