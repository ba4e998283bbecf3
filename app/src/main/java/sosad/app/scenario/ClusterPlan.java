package sosad.app.scenario;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.stream.IntStream;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/**
 * The cluster that a scenario runs on.
 *
 * @param nodes its nodes in alphabetical order, 1 to 26
 * @param rules the switches they all run under
 * @param store where they keep what they hold
 * @param gateways how many gateways stand before them, 0 to {@value #MAX_GATEWAYS}
 */
public record ClusterPlan(List<NodeId> nodes, Rules rules, StoreKind store, int gateways) {
    /** The most gateways there may be. */
    public static final int MAX_GATEWAYS = 4;

    public ClusterPlan {
        nodes = nodes.stream().sorted().toList();
        refuseIf(gateways < 0 || gateways > MAX_GATEWAYS, "%d gateways; there must be 0 to %d", gateways, MAX_GATEWAYS);
    }

    /** Returns the same cluster under other rules. */
    public ClusterPlan under(Rules others) {
        return new ClusterPlan(nodes, others, store, gateways);
    }

    /** The gateways: G1, G2 and so on. */
    public List<NodeId> gatewayNames() {
        return IntStream.rangeClosed(1, gateways)
                .mapToObj(number -> new NodeId("G" + number))
                .toList();
    }
}
