package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.model.Limits;
import sosad.node.net.Lines;
import sosad.node.net.RefusalLog;
import sosad.node.net.SocketTimers;

/** The port on a real loopback socket. */
@Timeout(60)
@Tag("locale")
class ClientPortTest {
    private final OpenPort port = new OpenPort(ClientSettings.DEFAULT);

    @AfterEach
    void stop() {
        port.close();
    }

    private RawClient client() throws IOException {
        return new RawClient(port.address());
    }

    @Test
    void servesSeveralClientsAndKnowsWhoWrites() throws IOException {
        try (RawClient one = client();
                RawClient other = client()) {
            assertThat(one.ask("SET waffle yoda")).isEqualTo("+OK");
            assertThat(port.database.lastClient).matches("127\\.0\\.0\\.1:\\d+");
            assertThat(other.ask("GET waffle")).isEqualTo("$4");
            assertThat(other.line()).isEqualTo("yoda");
        }
    }

    static String[][] broken() {
        return new String[][] {
            {"*-0\r\n", "invalid multibulk length"},
            {"*10000000\r\n", "invalid multibulk length"},
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
        ClientSettings impatient = new ClientSettings(Limits.DEFAULT, Duration.ofMillis(100), 10);
        try (OpenPort port = new OpenPort(impatient);
                RawClient half = new RawClient(port.address());
                RawClient idle = new RawClient(port.address())) {
            half.send("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nhel");
            assertThat(half.line())
                    .isEqualTo("-ERR Protocol error: a request was begun but not completed within 100 ms");
            assertThat(half.line()).isNull();
            assertThat(idle.ask("DBSIZE")).isEqualTo(":0");
        }
    }

    @Test
    void aConnectionTooManyIsToldSoAndClosedUntilThereIsRoomAgain() throws IOException {
        ClientSettings narrow = new ClientSettings(Limits.DEFAULT, Duration.ofSeconds(60), 2);
        try (OpenPort port = new OpenPort(narrow);
                RawClient first = new RawClient(port.address())) {
            try (RawClient second = new RawClient(port.address());
                    RawClient third = new RawClient(port.address())) {
                assertThat(second.ask("PING")).isEqualTo("+PONG");
                assertThat(third.line()).isEqualTo("-ERR max number of clients reached");
                assertThat(third.line()).isNull();
                assertThat(second.ask("QUIT")).isEqualTo("+OK");
                assertThat(second.line()).isNull();
            }
            assertThat(first.ask("CONFIG GET maxclients")).isEqualTo("*2");
            port.awaitConnections(1);
            try (RawClient fourth = new RawClient(port.address())) {
                assertThat(fourth.ask("PING")).isEqualTo("+PONG");
            }
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
        assertThat(port.database.size()).isZero();
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
            port.close();
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void theSystemAsksWhetherASilentClientIsStillThere() throws IOException {
        try (RawClient client = client()) {
            assertThat(client.ask("PING")).isEqualTo("+PONG");
            SocketTimers.assertAsking(port.number(), client.localPort());
        }
    }

    @Test
    void whoSendsNonsenseAgainAndAgainGetsOneLine() throws IOException {
        try (Lines lines = new Lines(RefusalLog.class)) {
            for (int i = 0; i < 20; i++) {
                try (RawClient client = client()) {
                    assertThat(client.ask("*1\r\n$x")).startsWith("-ERR Protocol error");
                }
            }
            assertThat(lines.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARN refused at the client port from 127.0.0.1:");
        }
    }

    @Test
    void aPortInUseIsRefused() {
        assertThatThrownBy(() ->
                        new OpenPort(ClientSettings.DEFAULT, port.address().getPort()))
                .hasCauseInstanceOf(BindException.class);
    }
}
