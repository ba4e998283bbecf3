package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

class LagTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");

    @Test
    void aNodeLacksWhatItNeverReceived() {
        assertThat(Lag.lackedEntries(SampleHistory.fourHalfDelivered().present()))
                .isEqualTo(Map.of(A, 4, B, 1, C, 0));
    }

    @Test
    void anOlderVersionIsLackingToo() {
        MemoryRun run = SampleHistory.whole().step(6, null).put("A", "tom", "cat");
        assertThat(Lag.lackedEntries(run.present())).isEqualTo(Map.of(A, 0, B, 1, C, 1));
    }

    @Test
    void aDeadNodeLacksNothingAndIsMissedByNobody() {
        MemoryRun run = SampleHistory.fourHalfDelivered().kill("C");
        assertThat(Lag.lackedEntries(run.present())).isEqualTo(Map.of(A, 3, B, 0));
    }
}
