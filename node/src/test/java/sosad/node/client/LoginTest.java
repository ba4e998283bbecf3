package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client proves the secret, and what it is told where none is asked for. */
class LoginTest {
    private final Pipe open = new Pipe();
    private final Pipe guarded = new Pipe(ClientSettings.DEFAULT.guardedBy(Optional.of("open sesame, please")));

    @AfterEach
    void close() {
        open.close();
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH 'open sesame, please'",
                "AUTH default 'open sesame, please'",
                "HELLO 2 AUTH default 'open sesame, please'",
                "HELLO 3 AUTH default 'open sesame, please'",
                "HELLO 3 SETNAME me AUTH default 'open sesame, please'",
                "hello 2 auth default 'open sesame, please' setname me"
            })
    void theSecretLetsAConnectionIn(String line) {
        assertThat(guarded.type("DBSIZE")).startsWith("-NOAUTH ");
        assertThat(guarded.type(line)).doesNotStartWith("-");
        assertThat(guarded.type("DBSIZE")).isEqualTo(":0\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH wrong",
                "AUTH default wrong",
                "AUTH nobody 'open sesame, please'",
                "HELLO 3 AUTH default wrong",
                "HELLO 3 AUTH default ''",
                "HELLO 3 AUTH nobody 'open sesame, please'"
            })
    void anotherDoesNot(String line) {
        assertThat(guarded.type(line)).startsWith("-WRONGPASS ");
        assertThat(guarded.type("DBSIZE")).startsWith("-NOAUTH ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HELLO", "HELLO 2", "HELLO 3", "HELLO 3 SETNAME me", "GET k", "MULTI", "COMMAND", "MGET a b"})
    void withoutItNothingIsToldAndNothingChanges(String line) {
        assertThat(guarded.type(line)).startsWith("-NOAUTH ");
        assertThat(guarded.type("AUTH 'open sesame, please'", "CLIENT GETNAME")).isEqualTo("+OK\r\n$-1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO 4 AUTH default 'open sesame, please'",
                "HELLO 3 AUTH default 'open sesame, please' SETNAME",
                "HELLO 3 AUTH default 'open sesame, please' SETNAME 'a b'",
                "HELLO 3 AUTH default 'open sesame, please' FOR ever"
            })
    void aHelloWithAMistakeLetsNobodyIn(String line) {
        assertThat(guarded.type(line)).startsWith("-");
        assertThat(guarded.type("DBSIZE")).startsWith("-NOAUTH ");
    }

    @Test
    void aConnectionThatIsResetProvesTheSecretAnew() {
        guarded.type("HELLO 3 AUTH default 'open sesame, please' SETNAME me");
        assertThat(guarded.type("RESET", "GET k")).startsWith("+RESET\r\n-NOAUTH ");
        assertThat(guarded.type("AUTH 'open sesame, please'", "CLIENT GETNAME", "GET k"))
                .isEqualTo("+OK\r\n$-1\r\n$-1\r\n");
    }

    @Test
    void whereNoSecretIsAskedForAnyWillDo() {
        assertThat(open.type("AUTH default anything")).isEqualTo("+OK\r\n");
        assertThat(open.type("HELLO 2 AUTH default anything")).startsWith("*14\r\n");
        assertThat(open.type("HELLO 3 AUTH default anything")).startsWith("%7\r\n");
        assertThat(open.type("AUTH nobody anything")).startsWith("-WRONGPASS ");
        assertThat(open.type("HELLO 3 AUTH nobody anything")).startsWith("-WRONGPASS ");
        assertThat(open.type("AUTH anything")).startsWith("-ERR AUTH <password> called without any password");
    }
}
