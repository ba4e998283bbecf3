package sosad.app.check.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.check.request.RawReply.MalformedReplyException;

@Tag("locale")
class RawReplyTest {
    private static RawReply read(String bytes) throws IOException {
        return RawReply.read(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)));
    }

    @Test
    void repliesOfBothVersionsAreRead() throws IOException {
        assertThat(read("+OK\r\n").shown()).isEqualTo("+OK");
        assertThat(read("-ERR no\r\n").isError()).isTrue();
        assertThat(read("$-1\r\n").isNull()).isTrue();
        assertThat(read("_\r\n").isNull()).isTrue();
        assertThat(read("$2\r\n\u00ff\r\r\n").shown()).isEqualTo("\"\\xff\\r\"");
        assertThat(read("*2\r\n:1\r\n*1\r\n$1\r\na\r\n").items()).hasSize(2);
        assertThat(read("%1\r\n+k\r\n#t\r\n").items()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?\r\n",
                "+OK\n",
                "+OK\rx",
                ":one\r\n",
                ":\u0664\r\n",
                "$3\r\nabcd\r\n",
                "$-2\r\n",
                "$999999999\r\n",
                "*9999999999\r\n"
            })
    void everythingElseIsRefused(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(MalformedReplyException.class);
    }

    @Test
    void arraysInArraysWithoutEndAreRefused() {
        assertThatThrownBy(() -> read("*1\r\n".repeat(10_000))).isInstanceOf(MalformedReplyException.class);
    }

    @Test
    void whatEndsEarlyIsToldApart() {
        assertThatThrownBy(() -> read("$3\r\nab")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("+O")).isInstanceOf(EOFException.class);
    }

    @Test
    void longRunsAreShownShort() {
        assertThat(Printable.of("SET " + "k".repeat(1_290) + "\r\n")).isEqualTo("SET kkk…(1,290)\\r\\n");
    }
}
