package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A stream of requests has the same replies however the network cuts it, and whatever is refused on the way. */
class InStepTest {
    private static final byte[] STREAM = Wire.join(
            Wire.request("SET", "waffle", "yoda"),
            "SET grace 'jack and jill'\r\nget grace\n\r\n".getBytes(StandardCharsets.US_ASCII),
            Wire.request("GET", "waffle"),
            Wire.request("SET", "k", "v".repeat(300), "w"),
            Wire.request("GET", "a[b]"),
            Wire.request("KEYS", "gr*"),
            Wire.request("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"),
            Wire.request("DEL", "waffle"),
            Wire.request("GET", ""),
            "*0\r\n*-1\r\n \t\r\n".getBytes(StandardCharsets.US_ASCII),
            Wire.request("DBSIZE"),
            Wire.request("QUIT"));

    private static byte[] bytesFor(byte[] stream, int... cuts) {
        Pipe pipe = new Pipe();
        int from = 0;
        for (int cut : cuts) {
            pipe.send(stream, from, cut);
            from = cut;
        }
        pipe.send(stream, from, stream.length);
        byte[] replies = Wire.drain(pipe.channel);
        assertThat(pipe.isOpen()).isFalse();
        assertThat(pipe.usedBytes()).isZero();
        return replies;
    }

    @Test
    void theSameStreamCutAnywhereHasTheSameReplies() {
        byte[] whole = bytesFor(STREAM);
        assertThat(Wire.replies(whole)).hasSize(12).endsWith("-ERR a key has at least one character", ":1", "+OK");
        for (int first = 1; first < STREAM.length; first++) {
            assertThat(bytesFor(STREAM, first)).isEqualTo(whole);
            assertThat(bytesFor(STREAM, first, (first + STREAM.length) / 2)).isEqualTo(whole);
        }
        int[] everywhere = new int[STREAM.length - 1];
        for (int i = 0; i < everywhere.length; i++) {
            everywhere[i] = i + 1;
        }
        assertThat(bytesFor(STREAM, everywhere)).isEqualTo(whole);
    }

    @Test
    void whatIsTooLongIsSkippedAndTheNextRequestIsServed() {
        byte[] huge = new byte[RequestReader.MAX_SKIPPED_BYTES];
        byte[] stream = Wire.join(
                Wire.request("SET", "k", "v".repeat(65_537)),
                Wire.request("SET".getBytes(StandardCharsets.US_ASCII), "k".getBytes(StandardCharsets.US_ASCII), huge),
                Wire.request("SET".getBytes(StandardCharsets.US_ASCII), huge, huge),
                Wire.request(huge, huge, "v".getBytes(StandardCharsets.US_ASCII)),
                Wire.request("ECHO".getBytes(StandardCharsets.US_ASCII), huge),
                Wire.request("DBSIZE"),
                Wire.request("QUIT"));
        List<Integer> cuts = new ArrayList<>();
        for (int cut = 1; cut < stream.length; cut += 10_007) {
            cuts.add(cut);
        }
        assertThat(Wire.replies(bytesFor(
                        stream, cuts.stream().mapToInt(Integer::intValue).toArray())))
                .containsExactly(
                        String.format(
                                Locale.ROOT, "-ERR a value has at most %,d bytes; this one has %,d", 65_536, 65_537),
                        String.format(
                                Locale.ROOT,
                                "-ERR a value has at most %,d bytes; this one has %,d",
                                65_536,
                                huge.length),
                        String.format(
                                Locale.ROOT, "-ERR a key has at most 128 characters; this one has %,d", huge.length),
                        String.format(Locale.ROOT, "-ERR argument 0 is too long: it has %d bytes", huge.length),
                        String.format(Locale.ROOT, "-ERR argument 1 is too long: it has %d bytes", huge.length),
                        ":0",
                        "+OK");
    }
}
