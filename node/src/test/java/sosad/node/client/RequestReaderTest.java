package sosad.node.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.model.Limits;
import sosad.node.client.RequestReader.ProtocolException;

@Tag("locale")
class RequestReaderTest {
    private final Request request = new Request();
    private final RequestReader reader = new RequestReader(request, Limits.DEFAULT);

    private List<String> read(byte[] bytes, int from, int to) throws ProtocolException {
        reader.feed(Unpooled.wrappedBuffer(bytes, from, to - from));
        List<String> requests = new ArrayList<>();
        while (reader.next()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < request.count(); i++) {
                elements.add(
                        i < Request.MAX_KEPT
                                ? new String(request.bytes(), request.start(i), request.length(i), ISO_8859_1)
                                : "...");
            }
            requests.add(elements.toString());
        }
        return requests;
    }

    private List<String> read(String text) throws ProtocolException {
        return read(text.getBytes(ISO_8859_1), 0, text.length());
    }

    @Provide
    Arbitrary<List<byte[]>> elements() {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(300)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 300, seed = "737")
    void readsWhatNettysCodecWroteHoweverItIsCut(
            @ForAll("elements") List<byte[]> first, @ForAll("elements") List<byte[]> second, @ForAll int cut)
            throws ProtocolException {
        byte[] bytes =
                Wire.join(Wire.request(first.toArray(byte[][]::new)), Wire.request(second.toArray(byte[][]::new)));
        int middle = Math.floorMod(cut, bytes.length);
        List<String> requests = new ArrayList<>(read(bytes, 0, middle));
        requests.addAll(read(bytes, middle, bytes.length));
        assertThat(requests).containsExactly(text(first), text(second));
        assertThat(reader.isMidRequest()).isFalse();
    }

    private static String text(List<byte[]> elements) {
        return elements.stream()
                .map(element -> new String(element, ISO_8859_1))
                .toList()
                .toString();
    }

    @Example
    void readsTypedLinesWithQuotesAndEscapes() throws ProtocolException {
        assertThat(read("SET a b\n")).containsExactly("[SET, a, b]");
        assertThat(read(" \tSET\ta  b \r\n\r\n\nPING\r\n")).containsExactly("[SET, a, b]", "[PING]");
        assertThat(read("SET a \"two words\" ''\n")).containsExactly("[SET, a, two words, ]");
        assertThat(read("E \"\\x41\\n\\r\\t\\a\\b\\\"\\\\\\q\\xg\"\n")).containsExactly("[E, A\n\r\t\u0007\b\"\\qxg]");
        assertThat(read("E 'it\\'s \\n' a\"b c\"\n")).containsExactly("[E, it's \\n, ab c]");
        assertThat(read("   \nPING\n")).containsExactly("[PING]");
    }

    /** As in Redis; else whoever sends one would count one reply too many from then on. */
    @ParameterizedTest
    @ValueSource(strings = {"*0\r\n", "*-1\r\n", "*-2147483647\r\n", "\r\n", "\n", "  \t \r\n", "\t\n"})
    void whatNamesNoCommandIsNoRequest(String nothing) throws ProtocolException {
        assertThat(read(nothing)).isEmpty();
        assertThat(read(nothing + "*1\r\n$4\r\nPING\r\n" + nothing + "PING\n" + nothing.repeat(3)))
                .containsExactly("[PING]", "[PING]");
        assertThat(reader.isMidRequest()).isFalse();
    }

    @Example
    void countsElementsThatItDoesNotKeep() throws ProtocolException {
        String kept = "a, ".repeat(Request.MAX_KEPT);
        assertThat(read("*258\r\n" + "$1\r\na\r\n".repeat(258))).containsExactly("[" + kept + "..., ...]");
        assertThat(read("*1048576\r\n" + "$0\r\n\r\n".repeat(1_048_576) + "PING\n"))
                .hasSize(2)
                .endsWith("[PING]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*-0\r\n",
                "*-\r\n",
                "*--1\r\n",
                "*-01\r\n",
                "*-1x\r\n",
                "*\r\n",
                "*x\r\n",
                "*+1\r\n",
                "*01\r\n",
                "* 1\r\n",
                "*1 \r\n",
                "*1\n",
                "*1\rx",
                "*1048577\r\n",
                "*99999999999999999999\r\n"
            })
    void wrongArrayLengthsAreNamed(String bytes) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("invalid multibulk length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$-1\r\n",
                "$\r\n",
                "$x\r\n",
                "$+1\r\n",
                "$01\r\n",
                "$4194305\r\n",
                "$2147483648\r\n",
                "$-99999999999999999999\r\n",
                "$4294967297\r\n"
            })
    void wrongBulkLengthsAreNamed(String bytes) {
        assertThatThrownBy(() -> read("*2\r\n$3\r\nGET\r\n" + bytes))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("invalid bulk length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1\r\nPING\r\n",
                "*1\r\n$3\r\nPING\r\n",
                "*1\r\n$4\r\nPING\nx",
                "\u0000",
                "\u0016\u0003\u0001",
                "PI\u0000NG",
                "PING\rx",
                "SET a \"b\n",
                "SET a 'b\n",
                "SET a \"b\"c\n"
            })
    void noiseIsNamed(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(ProtocolException.class);
    }

    @Example
    void aLineThatIsTooLongIsNamedBeforeItEnds() throws ProtocolException {
        assertThat(read("SET k " + "v".repeat(65_536) + "\n")).hasSize(1);
        assertThatThrownBy(() -> read("SET k " + "v".repeat(70_000)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("too big inline request");
    }

    @Example
    void whatIsSkippedIsNotHeld() throws ProtocolException {
        String skipped = "$4000000\r\n" + "x".repeat(4_000_000) + "\r\n";
        String all = "PING\r\n*7\r\n$1\r\na\r\n" + skipped + "$1\r\nb\r\n" + skipped.repeat(3) + "$60000\r\n"
                + "y".repeat(60_000) + "\r\n";
        byte[] bytes = all.getBytes(ISO_8859_1);
        int requests = 0;
        for (int from = 0; from < bytes.length; from += 60_000) {
            reader.feed(Unpooled.wrappedBuffer(bytes, from, Math.min(60_000, bytes.length - from)));
            while (reader.next()) {
                requests++;
            }
            assertThat(reader.allocatedBytes()).isLessThan(250_000);
        }
        assertThat(requests).isEqualTo(2);
        assertThat(request.text(0) + request.text(2)).isEqualTo("ab");
        assertThat(request.text(6)).isEqualTo("y".repeat(60_000));
    }

    @Example
    void anIdleConnectionHoldsLittle() throws ProtocolException {
        read("PING " + "x".repeat(60_000) + "\r\n");
        assertThat(reader.allocatedBytes()).isZero();
    }
}
