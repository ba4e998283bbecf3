package sosad.app.history;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import sosad.app.scenario.Expectation;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** Checks what a scenario claims against the nodes' states. */
public final class Expectations {
    private Expectations() {}

    /** Returns whether it is met by these nodes. */
    public static boolean isMet(Expectation expectation, List<NodeState> nodes) {
        if (expectation instanceof Expectation.Holds holds) {
            return node(nodes, holds.at())
                    .value(holds.key())
                    .filter(holds.value()::equals)
                    .isPresent();
        } else if (expectation instanceof Expectation.Lacks lacks) {
            NodeState node = node(nodes, lacks.at());
            return node.hasProcess() && node.value(lacks.key()).isEmpty();
        } else if (expectation instanceof Expectation.RowIs claim) {
            Row row = node(nodes, claim.at()).rows().get(claim.peer());
            return row != null && row.now() == claim.now() && row.prev() == claim.prev();
        } else if (expectation instanceof Expectation.Converged claim) {
            return claim.converged() == haveConverged(nodes);
        }
        throw new IllegalArgumentException("no way to check " + expectation);
    }

    /** Returns what is so where an expectation is not met. */
    public static String found(Expectation expectation, List<NodeState> nodes) {
        if (expectation instanceof Expectation.Holds holds) {
            return held(node(nodes, holds.at()), holds.key());
        } else if (expectation instanceof Expectation.Lacks lacks) {
            return held(node(nodes, lacks.at()), lacks.key());
        } else if (expectation instanceof Expectation.RowIs claim) {
            Row row = node(nodes, claim.at()).rows().get(claim.peer());
            return row == null
                    ? claim.at() + " is dead"
                    : new Expectation.RowIs(claim.at(), claim.peer(), row.now(), row.prev()).toString();
        }
        return haveConverged(nodes) ? "they do" : difference(nodes);
    }

    private static String held(NodeState node, Key key) {
        if (!node.hasProcess()) {
            return node.id() + " is dead";
        }
        return node.value(key)
                .map(value -> new Expectation.Holds(node.id(), key, value).toString())
                .orElseGet(() -> new Expectation.Lacks(node.id(), key).toString());
    }

    /** Returns what is held under the first key on which live nodes differ. */
    private static String difference(List<NodeState> nodes) {
        List<NodeState> live = live(nodes);
        Key first = differing(live).first();
        return live.stream().map(node -> held(node, first)).collect(Collectors.joining(", "));
    }

    private static NodeState node(List<NodeState> nodes, NodeId id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no node " + id));
    }

    /** Returns whether all live nodes show the same values under the same keys; a tombstone shows nothing. */
    public static boolean haveConverged(List<NodeState> nodes) {
        return differing(live(nodes)).isEmpty();
    }

    private static List<NodeState> live(List<NodeState> nodes) {
        return nodes.stream().filter(NodeState::hasProcess).toList();
    }

    private static SortedSet<Key> differing(List<NodeState> live) {
        return NodeDifferences.inValues(live.stream().map(NodeState::entries).toList());
    }
}
