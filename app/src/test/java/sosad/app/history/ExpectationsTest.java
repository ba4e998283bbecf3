package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sosad.app.scenario.Expectation;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Row;

/** What is so where an expectation is not met. */
class ExpectationsTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Key PRICE = new Key("price");
    private static final Value OLD = Value.of("old");

    private static final List<NodeState> NODES = List.of(state(A, "old"), state(B, "new"), NodeState.dead(C, 0));

    private static NodeState state(NodeId id, String value) {
        Entry entry = new Entry(PRICE, Optional.of(Value.of(value)), new Version(2, id, 1, 1));
        return new NodeState(
                id,
                NodeState.Status.UP,
                1,
                OptionalInt.empty(),
                0,
                new TreeMap<>(Map.of(C, new Row(3, 2, 1))),
                List.of(entry));
    }

    private static String found(Expectation expectation) {
        assertThat(Expectations.isMet(expectation, NODES)).isFalse();
        return Expectations.found(expectation, NODES);
    }

    @Test
    void itIsSaidWhatTheNodeHolds() {
        assertThat(found(new Expectation.Holds(B, PRICE, OLD))).isEqualTo("B holds price = new");
        assertThat(found(new Expectation.Holds(B, new Key("tom"), OLD))).isEqualTo("B holds no tom");
        assertThat(found(new Expectation.Lacks(A, PRICE))).isEqualTo("A holds price = old");
        assertThat(found(new Expectation.Lacks(C, PRICE))).isEqualTo("C is dead");
        assertThat(found(new Expectation.RowIs(A, C, 1, 1))).isEqualTo("A has C-now 3 and C-prev 2");
        assertThat(found(new Expectation.RowIs(C, A, 1, 1))).isEqualTo("C is dead");
    }

    @Test
    void itIsSaidOnWhatTheNodesDiffer() {
        assertThat(found(new Expectation.Converged(true))).isEqualTo("A holds price = old, B holds price = new");
        assertThat(Expectations.found(new Expectation.Converged(false), List.of(state(A, "old"))))
                .isEqualTo("they do");
    }
}
