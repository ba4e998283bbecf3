package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentWritesTest {
    private final RecentWrites writes = new RecentWrites();

    @Test
    void aReadHasMissedWhatWasAcknowledgedBeforeItWasSentAndIsNewer() {
        writes.acknowledged("k", 3);
        writes.acknowledged("k", 7);
        long sent = writes.count("k");
        writes.acknowledged("k", 9); // while the read is under way

        assertThat(writes.missed("k", sent, 7)).isZero();
        assertThat(writes.missed("k", sent, 3)).isOne();
        assertThat(writes.missed("k", sent, Operation.NOTHING)).isEqualTo(2);
        assertThat(writes.missed("k", sent, 9)).isZero();
        assertThat(writes.missed("other", 0, Operation.NOTHING)).isZero();
    }

    @Test
    void ofManyMissedWritesTheLastOnesAreCounted() {
        for (int version = 1; version <= 100; version++) {
            writes.acknowledged("k", version);
        }

        assertThat(writes.missed("k", 100, 1)).isEqualTo(RecentWrites.MAX_MISSED);
        assertThat(writes.missed("k", 100, 98)).isEqualTo(2);
    }
}
