package sosad.app.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.wire.Frame;
import sosad.wire.FrameKind;

/** A live network without faults: what goes in comes out, in order, byte for byte, as fast as it can. */
@Timeout(120)
class FabricLosesNothingTest {
    private static final int FRAMES_PER_LINK = 100_000;

    @Test
    void everyOneOf400000FramesComesOutInOrderByteForByte() {
        Burst burst = new Burst(FabricThroughput.LINKS, FRAMES_PER_LINK, FabricThroughput.READY_MADE);
        assertThatCode(() -> burst.run(true)).doesNotThrowAnyException();
    }

    @Test
    void aFrameOutOfPlaceWouldBeNoticed() {
        LinkEnds.Work outOfPlace = new LinkEnds.Work() {
            @Override
            public Frame compose(LinkEnds link, long id) {
                return Frame.compose(FrameKind.PUSH, id == 7 ? 8 : id, link.from(), link.to(), new byte[0]);
            }

            @Override
            public void read(Frame frame) {}
        };
        assertThatThrownBy(() -> new Burst(1, 10, outOfPlace).run(true))
                .isInstanceOf(IOException.class)
                .hasMessage("message 8 of the link from S1 came as number 7");
    }
}
