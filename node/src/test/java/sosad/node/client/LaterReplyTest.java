package sosad.node.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sosad.node.host.Durability;

/** Commands that answer later than they return: replies keep the order of the requests, and none is lost at the end. */
class LaterReplyTest {
    private final List<LaterReply> later = new ArrayList<>();
    private final PortState port = PortState.begin(ClientSettings.DEFAULT, Ticker.systemTicker());
    private final CommandTable commands = new CommandTable(
            List.of(
                    RespCommand.of("now", 0, 0, "", (request, replies, session) -> replies.simple("now")),
                    RespCommand.of("quit", 0, 0, "", (request, replies, session) -> {
                        session.leave();
                        replies.ok();
                    }),
                    RespCommand.of("later", 0, 0, "", (request, replies, session) -> later.add(session.later())),
                    RespCommand.of("all", 0, 0, "", (request, replies, session) -> later.add(session.later()))
                            .takingLong()),
            port.traffic());
    private final EmbeddedChannel channel = new EmbeddedChannel(connection());

    private ClientConnection connection() {
        return new ClientConnection(commands, port, new ClientSession(1, "here:1", 0), Durability.ALWAYS);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private void send(String lines) {
        channel.writeInbound(Unpooled.copiedBuffer(lines, US_ASCII));
    }

    private void answer(int i) {
        later.get(i).answer(replies -> replies.integer(i));
        channel.runPendingTasks();
    }

    private List<String> replies() {
        return Wire.replies(Wire.drain(channel));
    }

    @Test
    void repliesComeInTheOrderOfTheirRequests() {
        send("now\nlater\nnow\nlater\nnow\n");
        assertThat(replies()).containsExactly("+now");
        answer(1);
        assertThat(replies()).isEmpty();
        answer(0);
        assertThat(replies()).containsExactly(":0", "+now", ":1", "+now");
    }

    @Test
    void whatBecomesReadyTogetherIsWrittenTogether() {
        send("later\nlater\n");
        later.get(0).answer(replies -> replies.integer(0));
        later.get(1).answer(replies -> replies.integer(1));
        channel.runPendingTasks();
        assertThat(channel.outboundMessages()).hasSize(1);
    }

    @Test
    void aClientWithTooManyUnansweredRequestsIsNotReadUntilOneIsAnswered() {
        send("later\n".repeat(ReplyQueue.MAX_WAITING + 1));
        assertThat(later).hasSize(ReplyQueue.MAX_WAITING);
        assertThat(channel.config().isAutoRead()).isFalse();
        answer(0);
        assertThat(later).hasSize(ReplyQueue.MAX_WAITING + 1);
        answer(1);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void aCommandOverTheWholeStoreIsAnsweredBeforeTheNextIsServed() {
        send("later\nall\nlater\n");
        assertThat(later).hasSize(2);
        answer(0);
        assertThat(later).hasSize(2);
        answer(1);
        assertThat(later).hasSize(3);
    }

    @Test
    void quittingWaitsForTheRepliesBeforeIt() {
        send("later\nquit\nnow\n");
        assertThat(channel.isOpen()).isTrue();
        answer(0);
        assertThat(replies()).containsExactly(":0", "+OK");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void theEndOfTheInputAndAFarewellWaitForReplies() {
        for (Object end : new Object[] {ChannelInputShutdownEvent.INSTANCE, ClientConnection.Farewell.NOW}) {
            later.clear();
            EmbeddedChannel ended = new EmbeddedChannel(connection());
            ended.writeInbound(Unpooled.copiedBuffer("later\n", US_ASCII));
            ended.pipeline().fireUserEventTriggered(end);
            assertThat(ended.isOpen()).isTrue();
            later.get(0).answer(replies -> replies.integer(7));
            ended.runPendingTasks();
            assertThat(Wire.replies(Wire.drain(ended))).containsExactly(":7");
            assertThat(ended.isOpen()).isFalse();
        }
    }

    @Test
    void aProtocolErrorComesAfterTheRepliesBeforeIt() {
        send("later\n\u0001");
        assertThat(replies()).isEmpty();
        answer(0);
        assertThat(replies()).hasSize(2).first().isEqualTo(":0");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anAnswerForAClientThatIsGoneIsOfNoEffect() {
        send("later\n");
        channel.close();
        answer(0);
        assertThat(replies()).isEmpty();
    }
}
