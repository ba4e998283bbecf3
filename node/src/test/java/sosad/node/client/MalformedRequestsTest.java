package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.model.Limits;

/**
 * The document's list "Malformed Requests", in its order and its words, over a real socket. Each request is refused by
 * name, nothing is stored, and others are served.
 */
@Timeout(60)
@Tag("locale")
class MalformedRequestsTest {
    private final OpenPort port = new OpenPort(new ClientSettings(Limits.DEFAULT, Duration.ofMillis(100), 10));
    private final RawClient wrong = new RawClient(port.address());
    private final RawClient other = new RawClient(port.address());

    MalformedRequestsTest() throws IOException {}

    @AfterEach
    void nothingIsStoredAndOthersAreServed() throws IOException {
        try (port;
                wrong;
                other) {
            assertThat(other.ask("DBSIZE")).isEqualTo(":0");
            assertThat(port.database.entries).isEmpty();
            assertThat(other.ask("SET waffle yoda")).isEqualTo("+OK");
        }
    }

    /** The request is refused in these words, and the client that sent it may go on. */
    private void isRefused(String request, String words) throws IOException {
        wrong.send(request);
        assertThat(wrong.line()).startsWith("-ERR ").containsPattern(words);
        assertThat(wrong.ask("PING")).isEqualTo("+PONG");
    }

    @Test
    void requestsWhoseKeysAreTooLong() throws IOException {
        isRefused("SET " + "k".repeat(129) + " v\r\n", "a key has at most 128 characters; this one has 129");
        isRefused("GET " + "k".repeat(129) + "\r\n", "a key has at most 128 characters; this one has 129");
    }

    @Test
    void requestsWhoseValuesAreTooLong() throws IOException {
        isRefused("SET k " + "v".repeat(65_537) + "\r\n", "a value has at most 65.536 bytes; this one has 65.537");
    }

    @Test
    void requestsWhoseKeysAreMadeFromInvalidCharacters() throws IOException {
        String rule = "a key's characters have codes 33 to 126 without \\[ and \\]; character 2 has code ";
        isRefused("SET a[b v\r\n", rule + 91);
        isRefused("SET a]b v\r\n", rule + 93);
        isRefused("SET a\u00c3\u00bc v\r\n", rule + 252);
        isRefused("*3\r\n$3\r\nSET\r\n$3\r\na b\r\n$1\r\nv\r\n", rule + 32);
        isRefused("*3\r\n$3\r\nSET\r\n$3\r\na\u0007b\r\n$1\r\nv\r\n", rule + 7);
    }

    @Test
    void requestsWhoseValuesAreMadeFromInvalidCharacters() throws IOException {
        isRefused("SET k \u00ff\u00fe\r\n", "a value is well-formed UTF-8");
        isRefused("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\n\u00c0\u0080\r\n", "a value is well-formed UTF-8");
    }

    @Test
    void requestsWithoutKeys() throws IOException {
        isRefused("GET\r\n", "wrong number of arguments for 'get' command");
        isRefused("DEL\r\n", "wrong number of arguments for 'del' command");
        isRefused("SET \"\" v\r\n", "a key has at least one character");
    }

    @Test
    void requestsWithoutValues() throws IOException {
        isRefused("SET k\r\n", "wrong number of arguments for 'set' command");
    }

    @Test
    void requestsWithMultipleKeys() throws IOException {
        isRefused("GET a b\r\n", "one key per request: 'get' takes a single key");
        isRefused("DEL a b\r\n", "one key per request: 'del' takes a single key");
        isRefused("SET k v k v\r\n", "one key and one value per request");
    }

    @Test
    void requestsWithMultipleValues() throws IOException {
        isRefused("SET k v w\r\n", "one key and one value per request");
    }

    @Test
    void requestsWithOnlyKeys() throws IOException {
        isRefused("waffle\r\n", "unknown command 'waffle'");
        isRefused("*1\r\n$6\r\nwaffle\r\n", "unknown command 'waffle'");
    }

    @Test
    void requestsWithOnlyValues() throws IOException {
        isRefused("*1\r\n$7\r\nyo da \u00fc\r\n", "unknown command 'yo da \\?'");
    }

    @Test
    void requestsThatBeginInOnePacketButAreNeverCompletedInAnotherPacket() throws IOException {
        wrong.send("*3\r\n$3\r\nSET\r\n$6\r\nwaffle\r\n$4\r\nyo");
        assertThat(other.ask("PING")).isEqualTo("+PONG");
        assertThat(wrong.line()).isEqualTo("-ERR Protocol error: a request was begun but not completed within 100 ms");
        assertThat(wrong.line()).isNull();
    }
}
