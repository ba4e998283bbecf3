package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of Redis are used to and do not find here: each refusal says why, and nothing is done by halves. */
class RefusedCommandsTest {
    private final Pipe pipe = new Pipe();

    @AfterEach
    void close() {
        pipe.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MGET a b | \"requests with multiple keys\" | one GET for each key",
                "mget a | \"requests with multiple keys\" | one GET for each key",
                "MSET a 1 b 2 | \"requests with multiple keys\" | one SET for each key",
                "MSETNX a 1 | \"requests with multiple keys\" | one SET for each key",
                "UNLINK a | tombstone | send DEL",
                "SET a 1 NX | SET with NX | a copy of its own",
                "SET a 1 xx | SET with XX | a copy of its own",
                "SET a 1 EX 10 | SET with EX | no expiry",
                "SET a 1 PX 10 NX | SET with PX | no expiry",
                "SETNX a 1 | SETNX | a copy of its own",
                "SETEX a 10 1 | SETEX | no expiry",
                "EXPIRE a 10 | EXPIRE | no expiry",
                "INCR a | INCR | send GET, then SET",
                "MULTI | MULTI | the latest update of each key",
                "WATCH a | WATCH | there are no transactions",
                "FLUSHALL | FLUSHALL | DEL for each key"
            })
    void aRefusalSaysWhyAndWhatToDo(String line, String why, String instead) {
        assertThat(pipe.type(line))
                .startsWith("-ERR ")
                .contains(" is not supported, because ", why, instead)
                .endsWith("\r\n");
        assertThat(pipe.database.size()).isZero();
    }

    @Test
    void anErrorQuotesNoMoreThanALineTakes() {
        String error = pipe.type("HELLO 3 " + "w".repeat(60_000));
        assertThat(error)
                .startsWith("-ERR Syntax error in HELLO option 'www")
                .endsWith("w...\r\n")
                .hasSizeLessThan(1_100);
    }

    @Test
    void severalValuesAreRefusedInTheDocumentsWords() {
        assertThat(pipe.type("SET a 1 b 2"))
                .startsWith("-ERR one key and one value per request")
                .contains("\"requests with multiple keys\"", "\"requests with multiple values\"");
    }

    @Test
    void nothingOfARefusedTransactionIsDone() {
        assertThat(pipe.type("SET k before", "MULTI", "SET k v", "DEL k", "NONSENSE", "MULTI", "GET k", "EXEC"))
                .matches(
                        "\\+OK\r\n-ERR MULTI is not supported.*\r\n(-EXECABORT not executed.*\r\n){5}-EXECABORT Trans.*\r\n");
        assertThat(pipe.type("GET k", "SET l v")).isEqualTo("$6\r\nbefore\r\n+OK\r\n");
        assertThat(pipe.type("MULTI", "SET k v", "DISCARD", "GET k"))
                .endsWith("\r\n+OK\r\n$6\r\nbefore\r\n")
                .contains("\r\n-EXECABORT ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXEC", "DISCARD", "RESET"})
    void afterItsEndTheConnectionIsAsBefore(String end) {
        pipe.type("MULTI", "SET k v", end);
        assertThat(pipe.type("SET k v", "MULTI x", "GET k"))
                .startsWith("+OK\r\n-ERR ")
                .endsWith("\r\n$1\r\nv\r\n");
    }

    @Test
    void whoQuitsInARefusedTransactionIsLetGo() {
        assertThat(pipe.type("MULTI", "QUIT", "SET k v")).endsWith("\r\n+OK\r\n");
        assertThat(pipe.isOpen()).isFalse();
        assertThat(pipe.database.size()).isZero();
    }

    @Test
    void anEndWithoutABeginningIsNamed() {
        assertThat(pipe.type("EXEC", "DISCARD"))
                .matches("-ERR EXEC without MULTI.*\r\n-ERR DISCARD without MULTI.*\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1",
                "post /",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1:7601",
                "PUT /k HTTP/1.1\r\nhost: localhost",
                "OPTIONS * HTTP/1.1\r\nHost:",
                "*1\r\n$4\r\nPOST",
                "MULTI\r\nPOST /"
            })
    void anHttpRequestEndsTheConnectionWithoutAWord(String head) {
        pipe.type(head, "Content-Type: text/plain", "", "SET pwned 1");
        assertThat(pipe.isOpen()).isFalse();
        assertThat(pipe.database.size()).isZero();
    }

    @Test
    void thereIsNoReplyToPostEvenWhereASecretIsAskedFor() {
        Pipe guarded = new Pipe(ClientSettings.DEFAULT.guardedBy(Optional.of("open sesame, please")));
        assertThat(guarded.type("POST / HTTP/1.1", "Host: x")).isEmpty();
        assertThat(guarded.isOpen()).isFalse();
    }
}
