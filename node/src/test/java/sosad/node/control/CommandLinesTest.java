package sosad.node.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.message.Command;
import sosad.node.host.Durability;

/** Whoever sends a line that cannot be taken is told why. */
class CommandLinesTest {
    private static final int MAX_LINE_BYTES = 200;

    private final List<Command> carriedOut = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(new LineBasedFrameDecoder(MAX_LINE_BYTES, true, true));

    CommandLinesTest() {
        channel.pipeline().addLast(new CommandLines(new ReportStream(channel, Durability.ALWAYS)) {
            @Override
            protected void carryOut(ChannelHandlerContext context, Command command) {
                carriedOut.add(command);
            }
        });
    }

    private String answerTo(String lines) {
        channel.writeInbound(Unpooled.copiedBuffer(lines, StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return text.toString();
    }

    @Test
    void aNumberOutOfRangeIsRefusedByNameAndTheNextCommandIsTaken() {
        for (String wrong : List.of(
                "{\"do\":\"read\",\"id\":4,\"offset\":-1,\"limit\":10}\n",
                "{\"do\":\"read\",\"id\":4,\"offset\":0,\"limit\":5000}\n",
                "{\"do\":\"read\",\"id\":4,\"offset\":99999999999,\"limit\":1}\n",
                "{\"do\":\"skew\",\"id\":4,\"skewMillis\":3600001}\n",
                "{\"do\":\"drift\",\"id\":4,\"partsPerMillion\":500001}\n",
                "{\"do\":\"set-disk\",\"id\":4,\"delayMillis\":60001,\"state\":\"works\"}\n",
                "{\"do\":\"nothing\",\"id\":4}\n",
                "{\"do\":\"freeze\",\"id\":4,\"more\":1}\n")) {
            assertThat(answerTo(wrong))
                    .as(wrong)
                    .startsWith("{\"report\":\"failed\",\"seq\":")
                    .contains("\"re\":4,\"reason\":\"");
        }
        assertThat(answerTo("{\"do\":\"freeze\",\"id\":5}\n")).isEmpty();
        assertThat(carriedOut).containsExactly(new Command.Freeze(5));
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whatIsNoCommandIsSaidToBeNoneBeforeTheConnectionEnds() {
        assertThat(answerTo("GET / HTTP/1.1\n{\"do\":\"freeze\",\"id\":5}\n"))
                .startsWith("{\"report\":\"failed\",\"seq\":1,\"re\":0,\"reason\":\"command: ");
        assertThat(carriedOut).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aLineThatIsTooLongIsSaidToBeSoBeforeTheConnectionEnds() {
        assertThat(answerTo("x".repeat(MAX_LINE_BYTES + 1) + "\n"))
                .contains("\"re\":0,\"reason\":\"a line has at most");
        assertThat(channel.isOpen()).isFalse();
    }
}
