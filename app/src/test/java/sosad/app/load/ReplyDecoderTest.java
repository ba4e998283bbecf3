package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyDecoderTest {
    private final ReplyDecoder decoder = new ReplyDecoder();

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private List<String> decoded(byte[] bytes, int end) throws ProtocolException {
        List<String> replies = new ArrayList<>();
        int at = 0;
        for (int next = decoder.next(bytes, at, end); next >= 0; next = decoder.next(bytes, at, end)) {
            replies.add((char) decoder.type()
                    + (decoder.isNil()
                            ? "nil"
                            : new String(bytes, decoder.from(), decoder.length(), StandardCharsets.US_ASCII)));
            at = next;
        }
        return replies;
    }

    @Test
    void repliesAreFoundWhereverTheBytesEnd() throws ProtocolException {
        byte[] bytes = ascii("+OK\r\n$-1\r\n:12\r\n-ERR no\r\n$5\r\nyo\r\na\r\n_\r\n$0\r\n\r\n");
        List<String> all = List.of("+OK", "$nil", ":12", "-ERR no", "$yo\r\na", "_nil", "$");
        for (int end = 0; end <= bytes.length; end++) {
            List<String> found = decoded(bytes, end);
            assertThat(found).isEqualTo(all.subList(0, found.size()));
        }
        assertThat(decoded(bytes, bytes.length)).isEqualTo(all);
    }

    @Test
    void whatIsNoReplyIsRefused() {
        for (String bad : List.of(
                "HTTP/1.1 400\r\n", "$x\r\n", "$-2\r\n", "$\r\n", "$99999999999\r\n", "$1\r\nab\r\n", "+a\rb\r\n")) {
            assertThatThrownBy(() -> decoded(ascii(bad), bad.length())).as(bad).isInstanceOf(ProtocolException.class);
        }
        byte[] endless = ascii("+" + "a".repeat(ReplyDecoder.MAX_LINE));
        assertThatThrownBy(() -> decoded(endless, endless.length)).hasMessageContaining("longer than 4,096");
    }

    @Test
    void anyBytesAreRepliesOrRefused() {
        Random random = new Random(3);
        byte[] alphabet = ascii("$+-:_0159\r\n\r\na");
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                decoded(bytes, bytes.length);
            } catch (ProtocolException e) {
                assertThat(e).hasMessageStartingWith("a ");
            }
        }
    }
}
