package sosad.app.check.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.check.consistency.PendingDeliveries.Brought;
import sosad.model.NodeId;

class PendingDeliveriesTest {
    private static final Brought ENTRY = new Brought("k", 7);

    private final List<String> read = new ArrayList<>();
    private final PendingDeliveries pending = new PendingDeliveries(
            new NodeId("B"), (store, brought, nanos) -> read.add(store + " " + brought.version() + " " + nanos));
    private long now;

    /** A write that is sent after the one before was answered. */
    private void turn() {
        pending.acknowledged(now + 1, now + 2);
        now += 2;
    }

    private int turnsUntilRead() {
        int turns = 0;
        for (; read.isEmpty(); turns++) {
            turn();
        }
        return turns;
    }

    @Test
    void aSmallMessageIsReadAfterTheTurnThatWasGoingOnAndAFewMore() {
        turn();
        pending.delivered(1, 100, List.of(ENTRY));
        assertThat(turnsUntilRead()).isEqualTo(1 + PendingDeliveries.TURNS_BEFORE + 1);
        assertThat(read).containsExactly("B 7 " + now);
    }

    @Test
    void whatWasDeliveredBeforeMustBeReadFirst() {
        pending.delivered(1, 10 * PendingDeliveries.BYTES_A_TURN, List.of());
        pending.delivered(1, 1, List.of(ENTRY));
        assertThat(turnsUntilRead()).isEqualTo(1 + PendingDeliveries.TURNS_BEFORE + 11);
    }

    @Test
    void writesThatOverlapAreOneTurn() {
        pending.delivered(1, 1, List.of(ENTRY));
        for (int i = 0; i < 100; i++) {
            pending.acknowledged(1, 2 + i);
        }
        assertThat(read).isEmpty();
    }

    @Test
    void nothingFollowsFromADeliveryByAConnectionThatEnded() {
        pending.delivered(1, 5_000, List.of(ENTRY));
        pending.delivered(2, 1, List.of(new Brought("k", 8)));
        pending.ending(1);
        turnsUntilRead();
        assertThat(read).singleElement().asString().startsWith("B 8 ");
    }

    @Test
    void deliveriesBeyondTheLimitAreCountedAndForgotten() {
        for (int i = 0; i < PendingDeliveries.MAX_PENDING + 5; i++) {
            pending.delivered(1, 1, List.of(ENTRY));
        }
        assertThat(pending.forgotten()).isEqualTo(5);
    }
}
