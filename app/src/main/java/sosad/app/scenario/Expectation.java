package sosad.app.scenario;

import static sosad.model.PlainFormat.format;

import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** A claim about the cluster at the end of a step. */
public sealed interface Expectation {
    /** The node shows this value under this key. */
    record Holds(NodeId at, Key key, Value value) implements Expectation {
        @Override
        public String toString() {
            return "%s holds %s = %s".formatted(at, key, value);
        }
    }

    /** The node shows no value under this key: no entry, or a tombstone. */
    record Lacks(NodeId at, Key key) implements Expectation {
        @Override
        public String toString() {
            return "%s holds no %s".formatted(at, key);
        }
    }

    /** The node's row of a peer. */
    record RowIs(NodeId at, NodeId peer, long now, long prev) implements Expectation {
        @Override
        public String toString() {
            return format("%s has %s-now %d and %s-prev %d", at, peer, now, peer, prev);
        }
    }

    /** Every live node shows the same values under the same keys, or not. */
    record Converged(boolean converged) implements Expectation {
        @Override
        public String toString() {
            return converged ? "all nodes show the same" : "the nodes do not all show the same";
        }
    }
}
