package sosad.node.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.message.Report;
import sosad.model.NodeId;
import sosad.node.host.Hosts;
import sosad.node.host.NodeHost;
import sosad.node.net.Lines;
import sosad.node.net.RefusalLog;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.Sizing;
import sosad.wire.WireLimits;

/** The control port: the secret in the first line, or the end. */
class ProofHandlerTest {
    private static final String PROOF = "{\"prove\":\"the secret\"}\n";

    private final Lines lines = new Lines(RefusalLog.class);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private int begun;

    ProofHandlerTest() {
        Replica replica = new Replica(new NodeId("A"), Set.of(), Rules.DOCUMENT, Saved.nothing(1), Sizing.UNLIMITED);
        NodeHost host = Hosts.silent(replica);
        CommandHandler handler =
                new CommandHandler(host, new Reporter(channel, host), this::ready, () -> begun = Integer.MIN_VALUE);
        RefusalLog refusals = new RefusalLog("control", channel.eventLoop().ticker());
        ProofHandler.addTo(channel.pipeline(), "the secret", handler, refusals);
        channel.pipeline().fireChannelActive();
    }

    private Report.Ready ready(long seq) {
        begun++;
        return new Report.Ready(seq, "the secret", new NodeId("A"), 1, 2, 3, List.of());
    }

    @AfterEach
    void close() {
        channel.close();
        lines.close();
    }

    private void arrives(String text) {
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        if (channel.isOpen()) {
            channel.writeInbound(bytes);
        }
    }

    @Test
    void whoProvesTheSecretIsLetIn() {
        arrives(PROOF);
        assertThat(begun).isEqualTo(1);
        assertThat(channel.isOpen()).isTrue();
        assertThat(lines.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "{\"prove\":\"a guess\"}\n",
                "\n",
                "{\"prove\":\n",
                "{\"prove\":7}\n",
                "{\"prove\":99999999999999999999}\n",
                "[[[[[[[[[[[[[[[[[[[[[[[[\n",
                "{\"do\":\"stop\",\"id\":1}\n"
            })
    void whatComesWithAWrongFirstLineIsNotReadAndOneLineSaysWhyWithoutTheLibrarysWords(String first) {
        arrives(first + PROOF + "{\"do\":\"stop\",\"id\":1}\n");
        assertThat(begun).isZero();
        assertThat(channel.isOpen()).isFalse();
        assertThat(lines.all())
                .singleElement()
                .asString()
                .startsWith("WARN refused at the control port from ")
                .doesNotContain("\n", "REDACTED", "expecting", "java", "Long", "String");
    }

    @Test
    void aFirstLineWithoutEndIsRefusedInOurOwnWords() {
        arrives("x".repeat(WireLimits.PROOF_BYTES + 1));
        assertThat(channel.isOpen()).isFalse();
        assertThat(lines.all()).singleElement().asString().contains(": a first line of more than 32,768 bytes; ");
    }
}
