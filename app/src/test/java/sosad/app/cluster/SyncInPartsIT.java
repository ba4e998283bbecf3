package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Update.Kind;

/** A sync longer than a frame, through real processes. */
@Timeout(120)
class SyncInPartsIT {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final int VALUES = 150;
    private static final Value LONG = Value.of("x".repeat(Limits.DEFAULT.valueBytes()));

    @Test
    void aSyncLongerThanAFrameGoesAsPushesWithTheSyncAtTheEndAndAllOfItIsApplied() {
        try (StepCluster cluster = new ProcessCluster(
                List.of(A, B), Rules.DOCUMENT, StoreKind.MEMORY, Program.find().forLessons(), new Recorded())) {
            cluster.startAll();
            cluster.setTime(A, 2);
            for (int i = 0; i < VALUES; i++) {
                cluster.put(A, new Key("key-" + i), LONG);
            }

            List<PeerMessage> parts = cluster.sync(A, Optional.empty(), Optional.empty());

            assertThat(parts).extracting(part -> part.update().kind()).containsExactly(Kind.PUSH, Kind.PUSH, Kind.SYNC);
            assertThat(parts).isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id()));

            parts.subList(0, 2).forEach(cluster::deliver);
            assertThat(cluster.tables(B).entries()).hasSizeBetween(1, VALUES - 1);

            cluster.deliver(parts.get(2));
            assertThat(cluster.tables(B).entries()).isEqualTo(cluster.tables(A).entries());
        }
    }
}
