package sosad.app.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much a live link takes in before it makes its sender wait, on real sockets. */
@Timeout(60)
class LiveBudgetTest {
    private static final int FRAMES = 3_000;
    private static final int BODY_BYTES = 10_000; // in all far more than the link's budget and the system's buffers
    private static final long MAX_BYTES = 8L << 20;

    /** What may be read in one turn beyond the budget. */
    private static final long ONE_TURN_BYTES = 2L << 20;

    private SocketLink link;

    @BeforeEach
    void connect() throws Exception {
        link = new SocketLink();
    }

    @AfterEach
    void close() throws Exception {
        link.close();
    }

    private CompletableFuture<Void> sendAll() {
        return CompletableFuture.runAsync(() -> {
            try {
                for (int id = 1; id <= FRAMES; id++) {
                    link.send(id, BODY_BYTES);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Waits until the link has taken nothing in for a while. */
    private long sentOnceItStands() {
        long before = -1;
        long sent = link.counts().sent();
        while (sent != before || sent == 0) {
            LockSupport.parkNanos(200_000_000);
            before = sent;
            sent = link.counts().sent();
        }
        return sent;
    }

    private void everythingArrives() throws Exception {
        for (int id = 1; id <= FRAMES; id++) {
            assertThat(link.next()).satisfies(frame -> assertThat(frame.body()).hasSize(BODY_BYTES));
        }
        assertThat(link.counts()).isEqualTo(new LinkCounts(FRAMES, FRAMES, 0, 0, 0));
    }

    @Test
    void aLinkWithAHugeDelayStopsReadingAtItsBudgetAndGoesOnAfterwards() throws Exception {
        Delay huge = new Delay(3_000, 0, Delay.Spread.FIXED);
        link.traffic.setConditions(SocketLink.LINK, LinkConditions.NONE.withDelay(huge));
        CompletableFuture<Void> sending = sendAll();
        link.await(counts -> counts.sent() * BODY_BYTES > MAX_BYTES - ONE_TURN_BYTES);
        long bytes = sentOnceItStands() * BODY_BYTES;
        assertThat(bytes).isBetween(MAX_BYTES - ONE_TURN_BYTES, MAX_BYTES + ONE_TURN_BYTES);
        assertThat(sending).isNotDone();

        link.traffic.setConditions(SocketLink.LINK, LinkConditions.NONE);
        everythingArrives();
        sending.join();
    }

    @Test
    void aDestinationThatDoesNotReadMakesTheSenderWaitAndGetsEverythingLater() throws Exception {
        CompletableFuture<Void> sending = sendAll();
        long sent = sentOnceItStands();
        assertThat(sent).isLessThan(FRAMES);
        assertThat(sending).isNotDone();
        everythingArrives();
        sending.join();
    }
}
