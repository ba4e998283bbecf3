package sosad.app.play;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.history.NodeState;
import sosad.app.scenario.Expectation;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Row;

/** Checks what a scenario claims against the nodes' states. */
final class Expectations {
    private Expectations() {}

    static boolean isMet(Expectation expectation, List<NodeState> nodes) {
        if (expectation instanceof Expectation.Holds holds) {
            return node(nodes, holds.at())
                    .value(holds.key())
                    .filter(holds.value()::equals)
                    .isPresent();
        } else if (expectation instanceof Expectation.Lacks lacks) {
            NodeState node = node(nodes, lacks.at());
            return node.isLive() && node.value(lacks.key()).isEmpty();
        } else if (expectation instanceof Expectation.RowIs claim) {
            Row row = node(nodes, claim.at()).rows().get(claim.peer());
            return row != null && row.now() == claim.now() && row.prev() == claim.prev();
        } else if (expectation instanceof Expectation.Converged claim) {
            return claim.converged() == haveConverged(nodes);
        }
        throw new IllegalArgumentException("no way to check " + expectation);
    }

    private static NodeState node(List<NodeState> nodes, NodeId id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no node " + id));
    }

    /** Whether all live nodes show the same values under the same keys; a tombstone shows nothing. */
    static boolean haveConverged(List<NodeState> nodes) {
        return nodes.stream()
                        .filter(NodeState::isLive)
                        .map(Expectations::shown)
                        .distinct()
                        .count()
                <= 1;
    }

    private static Map<Key, Value> shown(NodeState node) {
        Map<Key, Value> shown = new TreeMap<>();
        node.entries().forEach(entry -> entry.value().ifPresent(value -> shown.put(entry.key(), value)));
        return shown;
    }
}
