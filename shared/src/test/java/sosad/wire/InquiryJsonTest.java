package sosad.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.message.InquiryMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Inquiry;

@Tag("locale")
class InquiryJsonTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key KEY = new Key("k");
    private static final Entry TOMBSTONE = new Entry(KEY, Optional.empty(), new Version(2, B, 3, 4));
    private static final String TOMBSTONE_JSON = "{\"key\":\"k\",\"at\":2,\"origin\":\"B\",\"store\":3,\"seq\":4}";

    private static void isSpelled(Inquiry inquiry, FrameKind kind, String body) throws MalformedException {
        Frame frame = PeerCodec.encode(new InquiryMessage(7, inquiry));
        assertThat(frame.kind()).isEqualTo(kind);
        assertThat(kind.isInquiry()).isTrue();
        assertThat(new String(frame.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(PeerCodec.decodeInquiry(Frame.parse(frame.bytes()))).isEqualTo(new InquiryMessage(7, inquiry));
    }

    @Test
    void inquiriesAreSpelledToTheByteAndReadBack() throws MalformedException {
        isSpelled(new Inquiry.Ask(A, B, 5, KEY), FrameKind.ASK, "{\"read\":5,\"key\":\"k\"}");
        isSpelled(
                new Inquiry.Answer(B, A, 5, KEY, Optional.of(TOMBSTONE)),
                FrameKind.ANSWER,
                "{\"read\":5,\"key\":\"k\",\"entry\":" + TOMBSTONE_JSON + "}");
        isSpelled(new Inquiry.Answer(B, A, 5, KEY, Optional.empty()), FrameKind.ANSWER, "{\"read\":5,\"key\":\"k\"}");
        isSpelled(new Inquiry.Repair(A, B, TOMBSTONE), FrameKind.REPAIR, "{\"entry\":" + TOMBSTONE_JSON + "}");
    }

    @Test
    void anAnswerAboutAnotherKeyIsMalformed() {
        Frame frame = Frame.compose(
                FrameKind.ANSWER,
                1,
                B,
                A,
                ("{\"read\":5,\"key\":\"other\",\"entry\":" + TOMBSTONE_JSON + "}").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PeerCodec.decodeInquiry(frame)).isInstanceOf(MalformedException.class);
    }

    @Test
    void anInquiryIsNoUpdateMessage() {
        Frame frame = PeerCodec.encode(new InquiryMessage(1, new Inquiry.Ask(A, B, 5, KEY)));
        assertThatThrownBy(() -> PeerCodec.decode(frame))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("ASK");
    }
}
