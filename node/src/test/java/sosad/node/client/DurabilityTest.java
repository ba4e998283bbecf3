package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Under a strict disk store no reply leaves before what it tells of is durable. */
class DurabilityTest {
    private final Pipe pipe = new Pipe();

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    void aReplyWaitsUntilItsWriteIsDurable() {
        pipe.database.durable = false;
        assertThat(pipe.ask("SET", "k", "v")).isEmpty();
        pipe.database.settle();
        assertThat(pipe.replies()).containsExactly("+OK");
        assertThat(pipe.ask("GET", "k")).isEqualTo("$v");
    }

    @Test
    void whoReadsWhatIsNotDurableWaitsToo() {
        pipe.ask("SET", "k", "v");
        pipe.database.durable = false;
        assertThat(pipe.ask("GET", "k")).isEmpty();
        pipe.database.settle();
        assertThat(pipe.replies()).containsExactly("$v");
    }

    @Test
    void nothingMoreIsReadMeanwhileSoThatWhatWaitsIsBounded() {
        pipe.database.durable = false;
        pipe.ask("SET", "k", "v");
        assertThat(pipe.send(Wire.request("SET", "l", "v"))).isFalse();
        pipe.database.settle();
        assertThat(pipe.ask("SET", "l", "v")).isEqualTo("+OK +OK");
    }

    @Test
    void theLastReplyBeforeTheEndWaitsToo() {
        pipe.database.durable = false;
        pipe.send(Wire.request("SET", "k", "v"));
        pipe.database.settle();
        pipe.database.durable = false;
        pipe.replies();
        pipe.send(Wire.request("QUIT"));
        assertThat(pipe.replies()).isEmpty();
        pipe.database.settle();
        assertThat(pipe.replies()).containsExactly("+OK");
    }

    @Test
    void whoIsOwedNoReplyAndSaysNoMoreIsLetGoWhatWasWrittenByOthersNotwithstanding() {
        assertThat(pipe.ask("SET", "k", "v")).isEqualTo("+OK");
        pipe.database.durable = false;
        pipe.channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(pipe.isOpen()).isFalse();
    }
}
