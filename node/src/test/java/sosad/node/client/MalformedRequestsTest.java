package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.model.Limits;
import sosad.request.MalformedRequest;
import sosad.request.MalformedRequests;

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

    /** Each is refused in its words, and the client that sent it may go on. */
    private void areRefused(int part) throws IOException {
        for (MalformedRequest request : MalformedRequests.of(part)) {
            wrong.send(request.text());
            assertThat(wrong.line()).startsWith("-ERR " + request.refusal());
            assertThat(wrong.ask("PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void requestsWhoseKeysAreTooLong() throws IOException {
        areRefused(1);
    }

    @Test
    void requestsWhoseValuesAreTooLong() throws IOException {
        areRefused(2);
    }

    @Test
    void requestsWhoseKeysAreMadeFromInvalidCharacters() throws IOException {
        areRefused(3);
    }

    @Test
    void requestsWhoseValuesAreMadeFromInvalidCharacters() throws IOException {
        areRefused(4);
    }

    @Test
    void requestsWithoutKeys() throws IOException {
        areRefused(5);
    }

    @Test
    void requestsWithoutValues() throws IOException {
        areRefused(6);
    }

    @Test
    void requestsWithMultipleKeys() throws IOException {
        areRefused(7);
    }

    @Test
    void requestsWithMultipleValues() throws IOException {
        areRefused(8);
    }

    @Test
    void requestsWithOnlyKeys() throws IOException {
        areRefused(9);
    }

    @Test
    void requestsWithOnlyValues() throws IOException {
        areRefused(10);
    }

    @Test
    void requestsThatBeginInOnePacketButAreNeverCompletedInAnotherPacket() throws IOException {
        MalformedRequest half = MalformedRequests.of(11).get(0);
        wrong.send(half.text());
        assertThat(other.ask("PING")).isEqualTo("+PONG");
        assertThat(wrong.line()).isEqualTo("-ERR Protocol error: " + half.refusal() + " 100 ms");
        assertThat(wrong.line()).isNull();
    }
}
