package sosad.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import sosad.message.PeerMessage;
import sosad.model.NodeId;
import sosad.protocol.StoreCheck;
import sosad.protocol.StoreCheck.Claim;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;

/** What messages and greetings say of the stores at both ends. */
class StoreCheckJsonTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Stage WIDEST = new Stage((1L << 53) - 1, Long.MAX_VALUE);

    private static Frame frame(StoreCheck storeCheck) {
        return PeerCodec.encode(new PeerMessage(
                1, new Update(B, A, Kind.SYNC, 7, 1, 1, OptionalLong.empty(), List.of(), List.of(), storeCheck)));
    }

    private static Frame frame(String body) {
        return Frame.compose(FrameKind.SYNC, 1, B, A, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Frame frame) {
        return new String(frame.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aMessageTellsHowFarItsStoreHasComeAndNoMoreUnlessThereIsADoubt() {
        assertThat(body(frame(new StoreCheck(Optional.of(new Stage(5, 9)), Optional.empty(), List.of()))))
                .isEqualTo("{\"store\":7,\"now\":1,\"prev\":1,\"start\":5,\"number\":9}");
    }

    @Test
    void whatIsToldIsDecoded() throws MalformedException {
        List<Stage> most = Collections.nCopies(8, WIDEST);
        StoreCheck storeCheck = new StoreCheck(Optional.of(WIDEST), Optional.of(new Claim(Long.MAX_VALUE, most)), most);
        Frame frame = frame(storeCheck);
        assertThat(PeerCodec.decode(frame).update().storeCheck()).isEqualTo(storeCheck);
        assertThat(frame.bytes()).as("what the sizing leaves room for").hasSizeLessThan(2_048);
    }

    @Test
    void aMessageOfVersion010TellsNothing() throws MalformedException {
        assertThat(PeerCodec.decode(frame("{\"store\":7,\"now\":1,\"prev\":1}"))
                        .update()
                        .storeCheck())
                .isEqualTo(StoreCheck.NOTHING);
        assertThat(body(frame(StoreCheck.NOTHING))).isEqualTo("{\"store\":7,\"now\":1,\"prev\":1}");
    }

    @Test
    void whatCannotBeToldIsMalformed() {
        String many = String.join(",", Collections.nCopies(9, "{\"start\":1,\"number\":1}"));
        for (String more : List.of(
                "\"start\":5",
                "\"number\":5",
                "\"start\":0,\"number\":5",
                "\"start\":5,\"number\":-1",
                "\"claim\":{}",
                "\"claim\":{\"store\":1,\"stages\":[{}]}",
                "\"claim\":{\"store\":1,\"stages\":[" + many + "]}",
                "\"confirmed\":[" + many + "]")) {
            Frame frame = frame("{\"store\":7,\"now\":1,\"prev\":1," + more + "}");
            assertThatThrownBy(() -> PeerCodec.decode(frame)).as(more).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void aGreetingNamesTheStartOfItsSender() throws MalformedException {
        Frame greeting = Frame.parse(PeerCodec.greeting(A, B, 77, "s3cret").bytes());
        assertThat(PeerCodec.proves(greeting, "s3cret")).isTrue();
        assertThat(PeerCodec.start(greeting)).hasValue(77);
        assertThat(PeerCodec.isToldOfStores(greeting)).isTrue();
    }

    @Test
    void theGreetingOfANetworkNamesNoStart() throws MalformedException {
        Frame greeting = Frame.parse(PeerCodec.greeting(A, B, "s3cret").bytes());
        assertThat(PeerCodec.start(greeting)).isEmpty();
        assertThat(PeerCodec.isToldOfStores(greeting)).isTrue();
    }

    @Test
    void aGreetingOfVersion010IsTakenAndItsSenderIsToldNothing() throws MalformedException {
        Frame greeting =
                Frame.compose(FrameKind.GREETING, 0, A, B, "{\"secret\":\"s3cret\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(PeerCodec.proves(greeting, "s3cret")).isTrue();
        assertThat(PeerCodec.start(greeting)).isEmpty();
        assertThat(PeerCodec.isToldOfStores(greeting)).isFalse();
    }

    @Property(tries = 2_000, seed = "11")
    void aGreetingOfRandomBytesIsNeverMoreThanMalformed(@ForAll long start, @ForAll @Size(max = 200) byte[] body) {
        Frame greeting = Frame.compose(FrameKind.GREETING, start, A, B, body);
        assertThat(PeerCodec.start(greeting).orElse(1)).isPositive();
        assertThatThrownBy(() -> PeerCodec.proves(greeting, "s3cret")).isInstanceOf(MalformedException.class);
    }
}
