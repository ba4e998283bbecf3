package sosad.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;

@Tag("locale")
class FrameTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private static Update update(OptionalLong stamp, List<Entry> changes, List<Receipt> receipts) {
        return new Update(B, A, Kind.PUSH, 7, 1, 1, stamp, changes, receipts);
    }

    private static Entry entry(String key, String value, long timestamp) {
        return new Entry(new Key(key), Optional.ofNullable(value).map(Value::of), new Version(timestamp, B, 7, 1));
    }

    private static String body(Update update) {
        return new String(PeerCodec.encode(new PeerMessage(1, update)).body(), StandardCharsets.UTF_8);
    }

    @Test
    void aFrameIsSpelledToTheByte() {
        byte[] bytes = Frame.compose(FrameKind.SYNC, 258, B, A, "{}".getBytes(StandardCharsets.US_ASCII))
                .bytes();
        // The checksum was computed by another program.
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("00000013" + "ca11cb2d" + "02" + "0000000000000102" + "0142" + "0141" + "7b7d");
    }

    @Test
    void anUpdateIsSpelledToTheByte() {
        assertThat(body(update(
                        OptionalLong.empty(),
                        List.of(entry("waffle", "yoda", 2), entry("gone", null, 3)),
                        List.of(new Receipt(new Key("tom"), new Version(4, A, 5, 6))))))
                .isEqualTo("{\"store\":7,\"now\":1,\"prev\":1,\"changes\":["
                        + "{\"key\":\"waffle\",\"value\":\"yoda\",\"at\":2,\"origin\":\"B\",\"store\":7,\"seq\":1},"
                        + "{\"key\":\"gone\",\"at\":3,\"origin\":\"B\",\"store\":7,\"seq\":1}],"
                        + "\"receipts\":[{\"key\":\"tom\",\"at\":4,\"origin\":\"A\",\"store\":5,\"seq\":6}]}");
    }

    @Test
    void theChangesOfAStampedMessageCarryNoTimestamp() {
        assertThat(body(update(OptionalLong.of(9), List.of(entry("waffle", "yoda", 9)), List.of())))
                .isEqualTo("{\"store\":7,\"now\":1,\"prev\":1,\"stamp\":9,\"changes\":["
                        + "{\"key\":\"waffle\",\"value\":\"yoda\",\"origin\":\"B\",\"store\":7,\"seq\":1}]}");
    }

    @Test
    void whatIsEncodedIsDecoded() throws MalformedException {
        PeerMessage message = new PeerMessage(
                77,
                update(
                        OptionalLong.empty(),
                        List.of(entry("k", "π \" \\ \u0001 😀", 2), entry("gone", null, -3)),
                        List.of(new Receipt(new Key("tom"), new Version(4, A, 5, 6)))));
        assertThat(PeerCodec.decode(Frame.parse(PeerCodec.encode(message).bytes())))
                .isEqualTo(message);
    }

    @Property(tries = 2_000, seed = "1")
    void anyFlippedBitIsFound(@ForAll @IntRange(min = 0, max = 10_000) int bit) {
        byte[] bytes = PeerCodec.encode(
                        new PeerMessage(1, update(OptionalLong.empty(), List.of(entry("k", "v", 2)), List.of())))
                .bytes();
        int position = bit % (bytes.length * 8);
        bytes[position / 8] ^= (byte) (1 << (position % 8));
        assertThatThrownBy(() -> Frame.parse(bytes)).isInstanceOf(MalformedException.class);
    }

    @Property(tries = 3_000, seed = "2")
    void randomBytesAreNeverMoreThanMalformed(@ForAll @Size(max = 200) byte[] bytes) {
        assertThatThrownBy(() -> PeerCodec.decode(Frame.parse(bytes))).isInstanceOf(MalformedException.class);
    }

    @Property(tries = 3_000, seed = "3")
    void aSoundFrameWithARandomBodyIsNeverMoreThanMalformed(@ForAll @Size(max = 200) byte[] body) {
        Frame frame = Frame.compose(FrameKind.SYNC, 1, A, B, body);
        assertThatThrownBy(() -> PeerCodec.decode(frame)).isInstanceOf(MalformedException.class);
    }

    @Test
    void missingAndUnknownFieldsAreMalformed() {
        for (String body : List.of(
                "{}",
                "null",
                "[]",
                "{\"store\":1,\"now\":1}",
                "{\"store\":1,\"now\":1,\"prev\":1,\"more\":1}",
                "{\"store\":1,\"now\":1,\"prev\":null}",
                "{\"store\":1,\"now\":1,\"prev\":1,\"changes\":[null]}",
                "{\"store\":1,\"now\":1,\"prev\":1,\"changes\":[{\"key\":\"k\",\"origin\":\"B\",\"store\":1,\"seq\":1}]}",
                "{\"store\":1,\"now\":1,\"prev\":1,\"changes\":[{\"key\":\"a b\",\"at\":1,\"origin\":\"B\",\"store\":1,\"seq\":1}]}",
                "{\"store\":1,\"now\":1,\"prev\":1} x")) {
            Frame frame = Frame.compose(FrameKind.SYNC, 1, A, B, body.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> PeerCodec.decode(frame)).as(body).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void aFrameOverTheLimitIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> Frame.compose(FrameKind.SYNC, 1, A, B, new byte[WireLimits.FRAME_BYTES]))
                .hasMessage("a frame of 4,194,321 bytes; the limit is 4,194,304");
    }

    @Test
    void aMessageAsLongAsTheSizingAllowsFitsIntoAFrame() {
        WireSizing sizing = new WireSizing();
        Entry widest = entry("\"".repeat(128).replace('"', '\\'), "\u0001".repeat(65_536), Long.MIN_VALUE);
        int fitting = (int) (sizing.budget() / sizing.bytes(widest));
        List<Entry> changes = java.util.Collections.nCopies(fitting, widest);
        assertThat(PeerCodec.encode(new PeerMessage(Long.MAX_VALUE, update(OptionalLong.empty(), changes, List.of())))
                        .bytes())
                .hasSizeLessThan(WireLimits.FRAME_BYTES);
    }

    @Test
    void aGreetingProvesItsSecretAndNoOther() throws MalformedException {
        Frame greeting = PeerCodec.greeting(A, B, "s3cret");
        assertThat(PeerCodec.proves(greeting, "s3cret")).isTrue();
        assertThat(PeerCodec.proves(greeting, "s3cre")).isFalse();
    }
}
