package sosad.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

@Tag("locale")
class FrameAssemblerTest {
    private final List<byte[]> frames = new ArrayList<>();

    private static byte[] frame(int bytes) {
        byte[] body = new byte[bytes];
        new Random(bytes).nextBytes(body);
        return Frame.compose(FrameKind.PUSH, 1, new NodeId("A"), new NodeId("B"), body)
                .bytes();
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer all =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    @Property(tries = 50)
    void framesComeOutWhole_inPiecesOfWhateverSizeTheyCame(
            @ForAll @Size(max = 6) List<@IntRange(max = 300_000) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 200_000) int pieceBytes)
            throws MalformedException {
        frames.clear();
        List<byte[]> sent = sizes.stream().map(FrameAssemblerTest::frame).toList();
        byte[] stream = joined(sent);
        int piece = Math.max(pieceBytes, stream.length / 5_000);
        FrameAssembler assembler = new FrameAssembler(WireLimits.FRAME_BYTES, frames::add);
        for (int at = 0; at < stream.length; at += piece) {
            assembler.feed(ByteBuffer.wrap(stream, at, Math.min(piece, stream.length - at)));
        }
        assertThat(frames.toArray(byte[][]::new)).isDeepEqualTo(sent.toArray(byte[][]::new));
    }

    @Test
    void aFrameThatComesByteByByteIsWhole() throws MalformedException {
        byte[] sent = frame(3);
        FrameAssembler assembler = new FrameAssembler(WireLimits.FRAME_BYTES, frames::add);
        for (byte one : sent) {
            assertThat(frames).isEmpty();
            assembler.feed(ByteBuffer.wrap(new byte[] {one}));
        }
        assertThat(frames).containsExactly(sent);
    }

    @Test
    void aFrameOverTheLimitEndsTheStream() {
        byte[] sent = frame(100);
        FrameAssembler assembler = new FrameAssembler(sent.length - Frame.LENGTH_BYTES - 1, frames::add);
        ByteBuffer bytes = ByteBuffer.wrap(joined(List.of(sent, frame(1))));
        assertThatThrownBy(() -> assembler.feed(bytes))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a frame of 117 bytes, where at most 116 are taken");
        assertThat(bytes.hasRemaining()).isTrue();
        assertThatFeeds(assembler, frame(1));
        assertThat(frames).isEmpty();
    }

    private static void assertThatFeeds(FrameAssembler assembler, byte[] bytes) {
        try {
            assembler.feed(ByteBuffer.wrap(bytes));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLengthOfMoreThanTwoGibibytesIsSaidAsItIs() {
        FrameAssembler assembler = new FrameAssembler(WireLimits.FRAME_BYTES, frames::add);
        assertThatThrownBy(() -> assembler.feed(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1})))
                .hasMessage("a frame of 4,294,967,295 bytes, where at most 4,194,304 are taken");
    }

    @Test
    void whoTakesTheFirstFrameCanLetLongOnesIn() throws MalformedException {
        byte[] first = frame(1);
        byte[] second = frame(100_000);
        FrameAssembler[] assembler = new FrameAssembler[1];
        assembler[0] = new FrameAssembler(first.length, frame -> {
            frames.add(frame);
            assembler[0].setMaxBytes(WireLimits.FRAME_BYTES);
        });
        assembler[0].feed(ByteBuffer.wrap(joined(List.of(first, second))));
        assertThat(frames).containsExactly(first, second);
    }

    @Test
    void whoTakesTheFirstFrameCanEndTheStream() throws MalformedException {
        byte[] first = frame(1);
        FrameAssembler[] assembler = new FrameAssembler[1];
        assembler[0] = new FrameAssembler(WireLimits.FRAME_BYTES, frame -> {
            frames.add(frame);
            assembler[0].end();
        });
        assembler[0].feed(ByteBuffer.wrap(joined(List.of(first, frame(2)))));
        assertThat(frames).containsExactly(first);
    }

    @Test
    void framesAreReadFromABlockingStream() throws Exception {
        byte[] first = frame(1);
        byte[] second = frame(70_000);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(joined(List.of(first, second))));
        assertThat(Frame.read(in).bytes()).isEqualTo(first);
        assertThat(Frame.read(in).bytes()).isEqualTo(second);
        assertThatThrownBy(() -> Frame.read(new DataInputStream(new ByteArrayInputStream(new byte[] {1, 0, 0, 0}))))
                .hasMessage("a frame of 16,777,216 bytes, where at most 4,194,304 are taken");
    }
}
