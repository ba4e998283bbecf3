package sosad.node.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.message.Report;
import sosad.node.host.Durability;

/** A slow app gets "gap, read again", never an unbounded queue. */
@Tag("locale")
class ReporterTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Reporter reporter = new Reporter(channel, Durability.ALWAYS);

    private String sent() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return text.toString();
    }

    private void slow(boolean slow) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, !slow);
    }

    @Test
    void whatASlowAppMissedIsCountedAndSaidOnceThereIsRoom() {
        reporter.refused("one");
        slow(true);
        reporter.refused("two");
        reporter.refused("three");
        slow(false);
        reporter.sayWhatWasMissed();
        reporter.sayWhatWasMissed();
        assertThat(sent())
                .isEqualTo("{\"report\":\"refused\",\"seq\":1,\"reason\":\"one\"}\n"
                        + "{\"report\":\"gap\",\"seq\":2,\"missed\":2}\n");
    }

    @Test
    void theGapIsSaidBeforeTheNextEvent() {
        slow(true);
        reporter.refused("missed");
        slow(false);
        reporter.refused("seen");
        assertThat(sent()).containsSubsequence("\"gap\",\"seq\":1,\"missed\":1", "\"seq\":2,\"reason\":\"seen\"");
    }

    @Test
    void anAnswerIsNeverLeftOut() {
        slow(true);
        reporter.report(seq -> new Report.Failed(seq, 7, "no"));
        slow(false);
        channel.flush();
        assertThat(sent()).contains("\"re\":7");
    }
}
