package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.model.Limits;

/** The port on a real loopback socket. */
@Timeout(60)
class ClientPortTest {
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final MapDatabase database = new MapDatabase();
    private ClientPort port;

    @BeforeEach
    void bind() {
        port = bind(ClientSettings.DEFAULT, 0);
    }

    private ClientPort bind(ClientSettings settings, int number) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
        return ClientPort.bind(loop, address, database, settings).join();
    }

    @AfterEach
    void stop() {
        port.close().join();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private RawClient client() throws IOException {
        return new RawClient(port.address());
    }

    @Test
    void servesSeveralClientsAndKnowsWhoWrites() throws IOException {
        try (RawClient one = client();
                RawClient other = client()) {
            assertThat(one.ask("SET waffle yoda")).isEqualTo("+OK");
            assertThat(database.lastClient).matches("127\\.0\\.0\\.1:\\d+");
            assertThat(other.ask("GET waffle")).isEqualTo("$4");
            assertThat(other.line()).isEqualTo("yoda");
        }
    }

    static String[][] malformed() {
        String tooLongKey = "k".repeat(129);
        String tooLongValue = "v".repeat(65_537);
        return new String[][] {
            {"keys that are too long", "SET " + tooLongKey + " v\r\n", "a key has at most 128 characters"},
            {"values that are too long", "SET k " + tooLongValue + "\r\n", "a value has at most 65.536 bytes"},
            {"keys with invalid characters", "SET a[b] v\r\n", "a key's characters have codes 33 to 126"},
            {"values with invalid characters", "SET k \u00ff\u00fe\r\n", "a value is well-formed UTF-8"},
            {"no key to read", "GET\r\n", "wrong number of arguments for 'get' command"},
            {"an empty key", "SET \"\" v\r\n", "a key has at least one character"},
            {"no value", "SET k\r\n", "wrong number of arguments for 'set' command"},
            {"multiple keys", "GET a b\r\n", "one key a request"},
            {"multiple values", "SET k v w\r\n", "one key and one value a request"},
            {"only keys", "k\r\n", "unknown command 'k'"},
            {"only values", "*1\r\n$4\r\nyoda\r\n", "unknown command 'yoda'"}
        };
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedRequestsAreNamedAndNothingIsStored(String kind, String bytes, String words) throws IOException {
        try (RawClient wrong = client();
                RawClient other = client()) {
            wrong.send(bytes);
            assertThat(wrong.line()).as(kind).startsWith("-ERR ").containsPattern(words);
            assertThat(wrong.ask("DBSIZE")).isEqualTo(":0");
            assertThat(other.ask("PING")).isEqualTo("+PONG");
        }
    }

    static String[][] broken() {
        return new String[][] {
            {"*-1\r\n", "invalid multibulk length"},
            {"*100000\r\n", "invalid multibulk length"},
            {"*3\r\n$3\r\nSET\r\n$-5\r\n", "invalid bulk length"},
            {"*3\r\n$3\r\nSET\r\n$1000000000\r\n", "invalid bulk length"},
            {"*1\r\nGET\r\n", "expected '\\$', got 'G'"},
            {"\u0000\u0001\u0002", "byte 0x00"},
            {"SET k \"v\r\n", "unbalanced quotes"},
            {"SET k " + "v".repeat(300_000), "too big inline request"}
        };
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenProtocolIsNamedAndTheConnectionEnds(String bytes, String words) throws IOException {
        try (RawClient wrong = client();
                RawClient other = client()) {
            wrong.send(bytes + "and then much more of it".repeat(1_000));
            assertThat(wrong.line()).startsWith("-ERR Protocol error: ").containsPattern(words);
            assertThat(wrong.line()).isNull();
            assertThat(other.ask("DBSIZE")).isEqualTo(":0");
        }
    }

    @Test
    void halfARequestAndThenSilenceIsEndedWhileOthersAreLeftAlone() throws IOException {
        port.close().join();
        port = bind(new ClientSettings(Limits.DEFAULT, Duration.ofMillis(100)), 0);
        try (RawClient half = client();
                RawClient idle = client()) {
            half.send("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nhel");
            assertThat(half.line())
                    .isEqualTo("-ERR Protocol error: a request was begun and not completed within 100 ms");
            assertThat(half.line()).isNull();
            assertThat(idle.ask("DBSIZE")).isEqualTo(":0");
        }
    }

    @Test
    void aRequestThatIsNeverCompletedIsNamedWhenTheInputEnds() throws IOException {
        try (RawClient half = client()) {
            half.send("SET k v");
            half.endOutput();
            assertThat(half.line()).isEqualTo("-ERR Protocol error: the input ended in the middle of a request");
            assertThat(half.line()).isNull();
        }
        assertThat(database.size()).isZero();
    }

    @Test
    void allRequestsBeforeTheEndOfTheInputAreAnswered() throws IOException {
        try (RawClient client = client()) {
            int requests = 20_000;
            client.send("SET k " + "v".repeat(1_000) + "\r\n");
            client.send("GET k\r\n".repeat(requests));
            client.endOutput();
            assertThat(client.line()).isEqualTo("+OK");
            for (int i = 0; i < requests; i++) {
                assertThat(client.line()).isEqualTo("$1000");
                assertThat(client.line()).hasSize(1_000);
            }
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void closingThePortClosesItsConnections() throws IOException {
        try (RawClient client = client()) {
            assertThat(client.ask("PING")).isEqualTo("+PONG");
            port.close().join();
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void aPortInUseIsRefused() {
        assertThatThrownBy(() -> bind(ClientSettings.DEFAULT, port.address().getPort()))
                .hasCauseInstanceOf(BindException.class);
    }
}
