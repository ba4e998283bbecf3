package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locale")
class ReplyReaderTest {
    private static final List<String> REPLIES = List.of(
            "+OK\r\n",
            "-ERR no\r\n",
            ":-12\r\n",
            "$5\r\nyo\r\nda\r\n".replace("$5", "$6"),
            "$0\r\n\r\n",
            "$-1\r\n",
            "*-1\r\n",
            "*0\r\n",
            "*2\r\n$1\r\n7\r\n*3\r\n$1\r\na\r\n:1\r\n*1\r\n+b\r\n",
            "$70000\r\n" + "v".repeat(70_000) + "\r\n",
            "+the end\r\n");

    private final ReplyReader reader = new ReplyReader();

    private List<String> read(String bytes) throws MalformedReplyException {
        reader.feed(Unpooled.copiedBuffer(bytes, ISO_8859_1));
        List<String> replies = new ArrayList<>();
        for (byte[] reply = reader.next(); reply != null; reply = reader.next()) {
            replies.add(new String(reply, ISO_8859_1));
        }
        return replies;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000, 1_000_000})
    void repliesAreCutAtTheirEndsHoweverTheyArrive(int pieceLength) throws MalformedReplyException {
        String stream = String.join("", REPLIES);
        List<String> replies = new ArrayList<>();
        for (int from = 0; from < stream.length(); from += pieceLength) {
            replies.addAll(read(stream.substring(from, Math.min(stream.length(), from + pieceLength))));
        }
        assertThat(replies).isEqualTo(REPLIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?\r\n",
                "\r\n",
                "$x\r\n",
                "$\r\n",
                "$-2\r\n",
                "$99999999999999999999\r\n",
                "$3\r\nabcde",
                "*1\r\n!\r\n"
            })
    void whatIsNoReplyIsRefused(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(MalformedReplyException.class);
    }

    @Test
    void aReplyThatIsTooLongIsRefusedBeforeItIsKept() {
        assertThatThrownBy(() -> read("$33554433\r\n")).hasMessage("a reply has at most 33,554,432 bytes");
    }

    @Test
    void aLineWithoutAnEndIsRefused() {
        assertThatThrownBy(() -> read("+" + "x".repeat(70_000))).hasMessageContaining("a line has at most");
    }

    @Test
    void anArrayOfManyRepliesIsTooLongAsWell() throws MalformedReplyException {
        String kilobytes = ("$1000\r\n" + "v".repeat(1_000) + "\r\n").repeat(100);
        assertThat(read("*1000000\r\n")).isEmpty();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 400; i++) {
                        read(kilobytes);
                    }
                })
                .hasMessage("a reply has at most 33,554,432 bytes");
    }
}
