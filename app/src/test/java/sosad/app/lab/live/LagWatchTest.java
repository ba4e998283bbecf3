package sosad.app.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sosad.app.history.MemoryRun;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;
import sosad.protocol.Rules;

class LagWatchTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final LagWatch lags = new LagWatch();
    private final MemoryRun run = new MemoryRun(Rules.DOCUMENT, "A", "B").step(2, null);

    private Snapshot now() {
        return run.history().present();
    }

    @Test
    void aNodeLagsFromTheFirstLookInWhichItLacksSomethingUntilItHasIt() {
        run.put("A", "k", "1");
        assertThat(lags.look(now(), false, 1_000)).containsAllEntriesOf(Map.of(A, 0L, B, 0L));
        assertThat(lags.look(now(), false, 1_250)).containsEntry(B, 250L).containsEntry(A, 0L);
        run.put("A", "k", "2"); // it still lacks the first
        assertThat(lags.look(now(), false, 1_500)).containsEntry(B, 500L);

        run.push("A").finish();

        assertThat(lags.look(now(), true, 1_750)).containsEntry(B, 0L);
    }

    @Test
    void whatItGotBetweenTwoLooksWasNeverMissed() {
        run.put("A", "k", "1");
        lags.look(now(), false, 1_000);
        run.push("A").finish();
        run.step(3, null).put("A", "k", "2");

        assertThat(lags.look(now(), false, 1_250)).containsEntry(B, 0L);
    }
}
