package sosad.node.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A client that sends and sends and never reads: what the server holds for it stays bounded. */
class BackPressureTest {
    private static final int REQUESTS = 1_000_000;
    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(US_ASCII);

    /** The high-water mark, one more write of replies, and one more read of requests. */
    private static final long MAX_BYTES = 512 * 1_024;

    private final Pipe pipe = new Pipe();

    @Test
    void theServerStopsReadingAClientThatTakesNoReplies() {
        byte[] requests = Wire.join(Collections.nCopies(1_000, PING).toArray(byte[][]::new));
        pipe.stopTakingReplies();
        int sent = 0;
        while (sent < REQUESTS && pipe.send(requests)) {
            sent += 1_000;
            assertThat(pipe.usedBytes()).isLessThan(MAX_BYTES);
        }
        assertThat(sent).isLessThan(REQUESTS / 10);
        assertThat(pipe.channel.config().isAutoRead()).isFalse();

        pipe.takeReplies();
        assertThat(pipe.channel.config().isAutoRead()).isTrue();
        assertThat(pipe.replies()).hasSize(sent).containsOnly("+PONG");
        assertThat(pipe.ask("PING")).isEqualTo("+PONG");
        pipe.close();
        assertThat(pipe.usedBytes()).isZero();
    }

    @Test
    void fewRequestsWithLargeRepliesAreHeldBackToo() {
        String value = "v".repeat(65_536);
        pipe.ask("SET", "k", value);
        byte[] get = Wire.request("GET", "k");
        pipe.stopTakingReplies();
        pipe.send(Wire.join(Collections.nCopies(1_000, get).toArray(byte[][]::new)));
        assertThat(pipe.usedBytes()).isLessThan(MAX_BYTES);
        pipe.takeReplies();
        assertThat(pipe.replies()).hasSize(1_000).containsOnly("$" + value);
        pipe.close();
    }
}
