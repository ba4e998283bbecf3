package sosad.node.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.engine.NodeClock;
import sosad.message.Command;
import sosad.message.Report;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.Sizing;

/** The state page by page: whichever page comes first fixes what the others show. */
class StatePagesTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final Replica replica = new Replica(A, Set.of(B), Rules.DOCUMENT, Saved.nothing(7), Sizing.UNLIMITED);
    private final StatePages pages = new StatePages(replica, new NodeClock(1, () -> 0));

    @BeforeEach
    void write() {
        for (int i = 0; i < 5; i++) {
            put("k" + i);
        }
    }

    private void put(String key) {
        replica.put(new Key(key), Value.of("v"), 1);
    }

    private Report.Page page(int offset, int limit) {
        return pages.page(1, new Command.Read(1, offset, limit));
    }

    @Test
    void aFirstPageWithAnOffsetKnowsTheTotalAndFixesWhatLaterOnesShow() {
        assertThat(page(2, 2)).satisfies(page -> {
            assertThat(page.total()).isEqualTo(5);
            assertThat(page.entries()).hasSize(2);
        });
        put("later");
        assertThat(page(4, 2)).satisfies(page -> {
            assertThat(page.total()).isEqualTo(5);
            assertThat(page.entries()).hasSize(1);
        });
        assertThat(page(4, 2).total()).as("once the last page was read").isEqualTo(6);
    }

    @Test
    void anOffsetBeyondTheEndShowsNothingAndTheTotal() {
        assertThat(page(100, 2)).satisfies(page -> {
            assertThat(page.total()).isEqualTo(5);
            assertThat(page.entries()).isEmpty();
        });
    }

    @Test
    void aPageTellsTheStoreAndWhatIsOwedToEachPeer() {
        Report.Page page = page(0, 0);
        assertThat(page.store()).isEqualTo(7);
        assertThat(page.sequence()).isEqualTo(5);
        assertThat(page.rows().get(0).owedPushes()).isEqualTo(5);
        assertThat(page.rows().get(0).store()).isZero();
    }
}
