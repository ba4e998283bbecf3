package sosad.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sosad.app.client.RespClient.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.model.Key;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

@Timeout(20)
class RespClientTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private ServerSocket server;
    private RespClient client;
    private Socket served;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = new RespClient(loopback(server.getLocalPort()), TIMEOUT);
        served = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        served.close();
        server.close();
    }

    private void answer(String reply) throws IOException {
        served.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
    }

    private String sent(int bytes) throws IOException {
        return new String(served.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    private void assertThatIsSent(RespRequest request, String bytes) throws IOException {
        client.send(request);
        assertThat(sent(bytes.getBytes(StandardCharsets.UTF_8).length)).isEqualTo(bytes);
    }

    @Test
    void anArrayHasItsItems() throws IOException {
        answer("*2\r\n$1\r\n0\r\n*2\r\n$1\r\na\r\n$-1\r\n");

        RespReply reply = client.reply();

        assertThat(reply.items()).extracting(RespReply::text).containsExactly("0", "(2 items)");
        assertThat(reply.items().get(1).items()).extracting(RespReply::text).containsExactly("a", RespReply.NIL);
    }

    @Test
    void arraysInArraysWithoutEndAreRefused() throws IOException {
        answer("*1\r\n".repeat(100));

        assertThatThrownBy(client::reply).isInstanceOf(IOException.class).hasMessageContaining("at depth 9");
    }

    @Test
    void requestsAreSpelledToTheByte() throws IOException {
        Key key = new Key("k");
        assertThatIsSent(RespRequest.set(key, Value.of("\u00e9")), "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\n\u00e9\r\n");
        assertThatIsSent(RespRequest.delete(key), "*2\r\n$3\r\nDEL\r\n$1\r\nk\r\n");
        assertThatIsSent(RespRequest.get("k"), "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n");
        assertThatIsSent(
                RespRequest.read(key, ReadMode.NEWEST), "*3\r\n$10\r\nSOSAD.READ\r\n$6\r\nnewest\r\n$1\r\nk\r\n");
    }

    @Test
    void repliesComeInTheOrderOfTheRequests() throws IOException {
        client.sendAll(List.of(RespRequest.set("k", "v"), RespRequest.get("k"), RespRequest.of("DBSIZE")));
        answer("+OK\r\n$1\r\nv\r\n:1\r\n");
        assertThat(client.reply().orFail()).isEqualTo("OK");
        assertThat(client.reply().value()).contains(Value.of("v"));
        assertThat(client.reply().text()).isEqualTo("1");
    }

    @Test
    void aValueThatReadsLikeNoneIsOne() throws IOException {
        answer("$-1\r\n$5\r\n(nil)\r\n");
        assertThat(client.get("k").isNil()).isTrue();
        assertThat(client.get("k").isNil()).isFalse();
    }

    @Test
    void anErrorIsAReplyUnlessItsTextIsNeeded() throws IOException {
        answer("-ERR no\r\n");
        RespReply reply = client.set("k", "v");
        assertThat(reply.isError()).isTrue();
        assertThatThrownBy(reply::orFail).isInstanceOf(IOException.class).hasMessageContaining("ERR no");
    }

    @Test
    void whatIsNoReplySaysSo() throws IOException {
        answer("HTTP/1.1 400\r\n");
        assertThatThrownBy(() -> client.get("k"))
                .hasMessageContaining("\"HTTP/1.1 400\" is not a Redis protocol reply");
    }
}
