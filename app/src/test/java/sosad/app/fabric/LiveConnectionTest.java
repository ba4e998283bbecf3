package sosad.app.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the halves of a connection end together, on real sockets. */
@Timeout(60)
class LiveConnectionTest {
    private static final Delay MINUTES = new Delay(600_000, 0, Delay.Spread.FIXED);
    private static final long SLOW_MILLIS = 300;

    private SocketLink link;

    @BeforeEach
    void connect() throws Exception {
        link = new SocketLink();
    }

    @AfterEach
    void close() throws Exception {
        link.close();
    }

    private void setConditions(LinkConditions faults) {
        link.traffic.setConditions(SocketLink.LINK, faults);
    }

    @Test
    void whenTheDestinationHangsUpTheSenderIsHungUpOn() throws Exception {
        link.atB.close();
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
        link.dial();
        link.accept();
        link.send(1, 10);
        assertThat(link.next().id()).isEqualTo(1);
    }

    @Test
    void whenTheDestinationIsResetTheSenderIsHungUpOn() throws Exception {
        link.atB.setSoLinger(true, 0);
        link.atB.close();
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
    }

    @Test
    void aSenderWhoseDestinationIsNotThereIsHungUpOn() throws Exception {
        link.bListensNoMore();
        link.atB.close();
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
        link.dial();
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
        link.fabric.gone(SocketLink.B);
        link.dial();
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
    }

    @Test
    void aNodeThatIsGoneClosesItsLinksAndOpensThemWhenItIsBack() throws Exception {
        link.fabric.gone(SocketLink.B);
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
        assertThat(SocketLink.end(link.atB)).isEqualTo("closed");
        link.bIsReady();
        link.dial();
        link.accept();
    }

    @Test
    void whenTheSenderHangsUpWhatIsOnItsWayStillComesOutBeforeTheEnd() throws Exception {
        setConditions(LinkConditions.NONE.withDelay(new Delay(100, 0, Delay.Spread.FIXED)));
        for (int id = 1; id <= 20; id++) {
            link.send(id, 1_000);
        }
        link.fromA.close();
        for (int id = 1; id <= 20; id++) {
            assertThat(link.next().id()).isEqualTo(id);
        }
        assertThat(SocketLink.end(link.atB)).isEqualTo("closed");
    }

    @Test
    void aResetBreaksBothHalvesOffAndWhatIsOnItsWayIsLostAndCounted() throws Exception {
        setConditions(LinkConditions.NONE.withDelay(MINUTES));
        link.send(1, 10);
        link.send(2, 10);
        link.await(counts -> counts.sent() == 2);
        link.traffic.reset(SocketLink.LINK);
        assertThat(SocketLink.end(link.fromA)).isEqualTo("reset");
        assertThat(SocketLink.end(link.atB)).isEqualTo("reset");
        assertThat(link.counts()).isEqualTo(new LinkCounts(2, 0, 2, 0, 0));

        setConditions(LinkConditions.NONE.withDelay(new Delay(1, 0, Delay.Spread.FIXED)));
        link.dial();
        link.accept();
        link.send(3, 10);
        assertThat(link.next().id()).as("it does not wait for what is lost").isEqualTo(3);
    }

    @Test
    void aResetIsOfOneDirectionAndOfOnePairAlone() throws Exception {
        link.traffic.reset(SocketLink.LINK.back());
        link.send(1, 10);
        assertThat(link.next().id()).isEqualTo(1);
    }

    @Test
    void underASlowCloseTheSendersHalfClosesLaterAndWhatItSendsMeanwhileIsLost() throws Exception {
        setConditions(LinkConditions.NONE.withSlowCloseMillis(SLOW_MILLIS));
        long begin = System.nanoTime();
        link.atB.close();
        while (link.counts().lost() == 0) {
            link.send(1, 10);
        }
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(SLOW_MILLIS * 1_000_000);
    }

    @Test
    void underASlowCloseTheDestinationsHalfClosesLater() throws Exception {
        setConditions(LinkConditions.NONE.withSlowCloseMillis(SLOW_MILLIS));
        long begin = System.nanoTime();
        link.fromA.close();
        assertThat(SocketLink.end(link.atB)).isEqualTo("closed");
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(SLOW_MILLIS * 1_000_000);
    }

    @Test
    void aSlowCloseThatIsHealedClosesTheOtherHalfAtOnce() throws Exception {
        setConditions(LinkConditions.NONE.withSlowCloseMillis(3_600_000));
        link.atB.close();
        while (link.counts().lost() == 0) {
            link.send(1, 10);
        }
        setConditions(LinkConditions.NONE);
        assertThat(SocketLink.end(link.fromA)).isEqualTo("closed");
    }

    @Test
    void onceTheNetworkHasStoppedTheSenderStaysConnectedWhateverBecomesOfTheDestination() throws Exception {
        link.fabric.freeze();
        var drained = link.fabric.drain(java.util.Set.of(SocketLink.B));
        assertThat(SocketLink.end(link.atB)).isEqualTo("closed");
        link.atB.close();
        drained.get();
        link.send(1, 10);
        assertThat(link.fabric.arrival(1).get().id()).isEqualTo(1);
        link.fromA.setSoTimeout(50);
        assertThatThrownBy(() -> SocketLink.end(link.fromA)).isInstanceOf(SocketTimeoutException.class);
    }
}
