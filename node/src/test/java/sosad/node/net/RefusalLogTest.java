package sosad.node.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of those who are refused. */
class RefusalLogTest {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final RefusalLog log = new RefusalLog("peer", ticker);
    private final Lines lines = new Lines(RefusalLog.class);

    @AfterEach
    void close() {
        lines.close();
    }

    private static InetSocketAddress host(int last, int port) throws UnknownHostException {
        byte[] bytes = {10, 0, (byte) (last >> 8), (byte) last};
        return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
    }

    @Test
    void aHostThatKnocksAgainAndAgainGetsOneLine() throws UnknownHostException {
        for (int port = 1; port < 1_000; port++) {
            log.refused(host(7, port), "secret", "a wrong secret");
            ticker.advance(2, TimeUnit.SECONDS);
        }
        assertThat(lines.all())
                .containsExactly("WARN refused at the peer port from 10.0.0.7:1: a wrong secret; logged once,"
                        + " however often it tries");
    }

    @Test
    void anotherReasonIsAnotherLineAndSoIsTheSameAfterTheHostWasLetIn() throws UnknownHostException {
        log.refused(host(7, 1), "secret", "a wrong secret");
        log.refused(host(7, 2), "name", "a wrong name");
        log.admitted(host(7, 3));
        ticker.advance(61, TimeUnit.SECONDS);
        log.refused(host(7, 4), "secret", "a wrong secret");
        assertThat(lines.all()).hasSize(3);
    }

    @Test
    void aHostWhereOneIsLetInAndAnotherRefusedAgainAndAgainGetsOneLine() throws UnknownHostException {
        for (int port = 1; port < 1_000; port++) {
            log.refused(host(7, port), "secret", "a wrong secret");
            ticker.advance(2, TimeUnit.SECONDS);
            log.admitted(host(7, 2_000 + port));
        }
        assertThat(lines.all()).hasSize(1);
    }

    @Test
    void aCrowdOfHostsGetsTwentyLinesAMinute() throws UnknownHostException {
        for (int last = 0; last < 5_000; last++) {
            log.refused(host(last, 1), "secret", "a wrong secret");
        }
        assertThat(lines.all()).hasSize(20).last().asString().contains("not logged for a minute");
        ticker.advance(61, TimeUnit.SECONDS);
        log.refused(host(6_000, 1), "secret", "a wrong secret");
        assertThat(lines.all()).hasSize(21).last().asString().contains("from 10.0.23.112:1");
    }
}
