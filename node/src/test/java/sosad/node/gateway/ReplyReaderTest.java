package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.node.gateway.ReplyReader.MalformedReplyException;

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

    private static final List<String> SHORT_REPLIES =
            REPLIES.stream().filter(reply -> reply.length() < 1_000).toList();

    private static final String TOO_LONG =
            "-TOOLONG the reply has more than 33,554,432 bytes, too many to pass on: ask for less at a time\r\n";

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
    void aReplyThatIsTooLongIsAnErrorAtOnceAndNothingIsKeptOfIt() throws MalformedReplyException {
        assertThat(read("+1\r\n$33554433\r\n")).containsExactly("+1\r\n", TOO_LONG);
        String megabyte = "v".repeat(1 << 20);
        for (int i = 0; i < 32; i++) {
            assertThat(read(megabyte)).isEmpty();
        }
        assertThat(read("v\r")).isEmpty();
        assertThat(read("\n+2\r\n$1")).containsExactly("+2\r\n");
        assertThat(read("\r\nk\r\n")).containsExactly("$1\r\nk\r\n");
    }

    @Property(tries = 500)
    void theRepliesBehindOneThatIsTooLongAreWhole(
            @ForAll @IntRange(min = 1, max = 20_000) int pieceLength,
            @ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll @IntRange(max = 3) int depth)
            throws MalformedReplyException {
        int elements = 1_000 / length + 2;
        StringBuilder stream = new StringBuilder("+before\r\n").append("*1\r\n".repeat(depth));
        stream.append('*').append(elements + 1).append("\r\n");
        for (int i = 0; i < elements; i++) {
            stream.append('$')
                    .append(length)
                    .append("\r\n")
                    .append("v".repeat(length))
                    .append("\r\n");
        }
        stream.append("*0\r\n").append(String.join("", SHORT_REPLIES));
        List<String> replies = new ArrayList<>();
        ReplyReader thousand = new ReplyReader(1_000);
        for (int from = 0; from < stream.length(); from += pieceLength) {
            String piece = stream.substring(from, Math.min(stream.length(), from + pieceLength));
            thousand.feed(Unpooled.copiedBuffer(piece, ISO_8859_1));
            for (byte[] reply = thousand.next(); reply != null; reply = thousand.next()) {
                replies.add(new String(reply, ISO_8859_1));
            }
        }
        List<String> expected = new ArrayList<>(List.of("+before\r\n", TOO_LONG.replace("33,554,432", "1,000")));
        expected.addAll(SHORT_REPLIES);
        assertThat(replies).isEqualTo(expected);
    }

    @Test
    void aLineWithoutAnEndIsRefused() {
        assertThatThrownBy(() -> read("+" + "x".repeat(70_000))).hasMessageContaining("a line has at most");
    }
}
