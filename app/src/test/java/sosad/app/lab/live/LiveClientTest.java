package sosad.app.lab.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.client.ClientReply;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;

/** What a client of a live cluster takes a reply for. */
@Timeout(60)
class LiveClientTest {
    private static final Action.Get GET =
            new Action.Get(Access.at(new NodeId("A")), new Key("k"), ReadMode.LOCAL, Optional.empty());

    @ParameterizedTest
    @CsvSource({"$-1#, (nil), false, true", "$5#(nil)#, (nil), false, false", "-(nil)#, (nil), true, false"})
    void noValueIsToldFromAValueOrAnErrorThatReadsLikeIt(String sent, String text, boolean isError, boolean isNil)
            throws Exception {
        try (ServerSocket node = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LiveClient client = new LiveClient()) {
            CompletableFuture<ClientReply> got = client.get(node.getLocalPort(), GET);
            try (Socket connection = node.accept()) {
                connection.getOutputStream().write(sent.replace("#", "\r\n").getBytes(US_ASCII));
                ClientReply reply = got.join();
                assertThat(reply.text()).isEqualTo(text);
                assertThat(reply.isError()).isEqualTo(isError);
                assertThat(reply.isNil()).isEqualTo(isNil);
            }
        }
    }

    @Test
    void whoDoesNotAnswerIsWaitedForSoLongAndNoLonger() throws Exception {
        try (ServerSocket node = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LiveClient client = new LiveClient(Duration.ofMillis(100))) {
            assertThatThrownBy(() -> client.get(node.getLocalPort(), GET).join())
                    .hasRootCauseInstanceOf(ActionFailure.class)
                    .hasRootCauseMessage("no reply came within 0.1 s");
        }
    }
}
