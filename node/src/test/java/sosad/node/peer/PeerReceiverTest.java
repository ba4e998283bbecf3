package sosad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.message.InquiryMessage;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.host.Hosts;
import sosad.node.host.Links;
import sosad.node.host.NodeHost;
import sosad.node.host.NodeHost.NodeWatcher;
import sosad.node.host.NodeJournal;
import sosad.node.host.PeerTraffic;
import sosad.node.net.Lines;
import sosad.node.net.RefusalLog;
import sosad.protocol.Inquiry;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.Sizing;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.protocol.Written;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.GreetingAnswer;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;
import sosad.wire.WireLimits;

/** The peer port: the secret first, then sound frames alone. */
@Tag("locale")
class PeerReceiverTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");

    private final Replica replica = new Replica(B, Set.of(A), Rules.DOCUMENT, Saved.nothing(1), Sizing.UNLIMITED);
    private final List<String> refused = new ArrayList<>();
    private final List<InquiryMessage> heard = new ArrayList<>();
    private final List<NodeMessage> answers = new ArrayList<>();
    private final Links links = new Links(replica.peers());
    private final NodeHost host;
    private final EmbeddedChannel channel;

    PeerReceiverTest() {
        host = Hosts.of(replica, NodeJournal.NONE, answers::add);
        host.watch(new NodeWatcher() {
            @Override
            public void wrote(String client, Written written) {
                throw new AssertionError("nobody writes");
            }

            @Override
            public void asked(String client, Key key, ReadMode mode, long read, List<Sent> sent) {
                throw new AssertionError("nobody reads");
            }

            @Override
            public void heard(InquiryMessage message, Optional<Entry> applied, List<Sent> sent, Optional<Long> ended) {
                heard.add(message);
            }

            @Override
            public void refused(String reason) {
                refused.add(reason);
            }
        });
        channel = new EmbeddedChannel();
        FrameDecoder.addTo(channel.pipeline());
        RefusalLog refusals = new RefusalLog("peer", channel.eventLoop().ticker());
        channel.pipeline().addLast(new PeerReceiver(host, links, new Callers(links), "secret", refusals));
        channel.pipeline().fireChannelActive();
    }

    private void arrives(byte[] bytes) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        }
    }

    private static Frame message() {
        Entry change = new Entry(K, Optional.of(Value.of("v")), new Version(2, A, 1, 1));
        return PeerCodec.encode(new PeerMessage(
                1, new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(change), List.of())));
    }

    @Test
    void aMessageAfterTheGreetingIsApplied() {
        arrives(PeerCodec.greeting(A, B, "secret").bytes());
        arrives(message().bytes());
        assertThat(replica.entry(K)).isPresent();
        assertThat(refused).isEmpty();
    }

    @Test
    void whatGoesBetweenThePeersIsCountedByKind() {
        arrives(PeerCodec.greeting(A, B, "secret").bytes());
        arrives(message().bytes());
        arrives(PeerCodec.encode(new InquiryMessage(9, new Inquiry.Ask(A, B, 1, K)))
                .bytes());
        byte[] corrupt = message().bytes().clone();
        corrupt[corrupt.length - 3] ^= 1;
        arrives(corrupt);
        PeerTraffic.Both counted = host.traffic().peers().get(A);
        assertThat(counted.received().get(FrameKind.PUSH).messages()).isEqualTo(1);
        assertThat(counted.received().get(FrameKind.PUSH).entries()).isEqualTo(1);
        assertThat(counted.received().get(FrameKind.PUSH).bytes())
                .isEqualTo(message().bytes().length);
        assertThat(counted.received().get(FrameKind.ASK).messages()).isEqualTo(1);
        assertThat(host.traffic().allReceived().messages()).isEqualTo(2);
        assertThat(host.traffic().refusedFrames()).isEqualTo(1);
    }

    @Test
    void withoutTheSecretNothingIsReadAndTheConnectionCloses() throws MalformedException {
        arrives(PeerCodec.greeting(A, B, "guess").bytes());
        arrives(message().bytes());
        assertThat(replica.entry(K)).isEmpty();
        assertThat(answer().refusal()).contains("its secret is different");
        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    private GreetingAnswer answer() throws MalformedException {
        ByteBuf sent = channel.readOutbound();
        return GreetingAnswer.read(Frame.parse(ByteBufUtil.getBytes(sent)));
    }

    @Test
    void whoLooksForAnotherNodeIsToldWhoThisIs() throws MalformedException {
        arrives(PeerCodec.greeting(A, new NodeId("C"), "secret").bytes());
        assertThat(answer().refusal()).contains("it is B, not C");
    }

    @Test
    void whoIsNoPeerIsToldThat() throws MalformedException {
        arrives(PeerCodec.greeting(new NodeId("D"), B, "secret").bytes());
        assertThat(answer().refusal()).contains("D is not one of its peers (--peer)");
    }

    @Test
    void aPeerIsWelcomedAndCounted() throws MalformedException {
        arrives(PeerCodec.greeting(A, B, "secret").bytes());
        assertThat(answer()).isEqualTo(GreetingAnswer.WELCOME);
        assertThat(links.with(A).incoming()).isEqualTo(1);
        channel.close();
        assertThat(links.with(A).incoming()).isZero();
    }

    @Test
    void aPeerOfTheFirstVersionIsKnownToTakeMessagesWithoutSayingSo() {
        arrives(PeerCodec.greeting(A, B, 7, "secret").bytes());
        assertThat(links.with(A).isContentInSilence()).isFalse();
        PeerReceiverTest older = new PeerReceiverTest();
        older.arrives(PeerCodec.greeting(A, B, 0, "secret").bytes());
        assertThat(older.links.with(A).isContentInSilence()).isTrue();
    }

    @Test
    void beforeTheGreetingNoLongFrameIsTakenIn() {
        arrives(ByteBuffer.allocate(4).putInt(WireLimits.PROOF_BYTES + 1).array());
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aWebPagesRequestEndsTheConnectionWhateverItsBodyIs() {
        byte[] head = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] greeting = PeerCodec.greeting(A, B, "secret").bytes();
        byte[] push = message().bytes();
        arrives(ByteBuffer.allocate(head.length + greeting.length + push.length)
                .put(head)
                .put(greeting)
                .put(push)
                .array());
        assertThat(channel.isOpen()).isFalse();
        assertThat(replica.entry(K)).isEmpty();
    }

    @Test
    void whatComesWithAFrameThatIsNoGreetingIsNotRead() {
        byte[] greeting = PeerCodec.greeting(A, B, "secret").bytes();
        byte[] broken = greeting.clone();
        broken[broken.length - 1] ^= 1;
        byte[] push = message().bytes();
        arrives(ByteBuffer.allocate(2 * broken.length + greeting.length + push.length)
                .put(broken)
                .put(broken)
                .put(greeting)
                .put(push)
                .array());
        assertThat(channel.isOpen()).isFalse();
        assertThat(host.traffic().refusedFrames()).isEqualTo(1);
        assertThat(replica.entry(K)).isEmpty();
    }

    @Test
    void aLongFrameIsRefusedInWordsOfOurOwn() {
        try (Lines lines = new Lines(RefusalLog.class)) {
            arrives("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(lines.all())
                    .singleElement()
                    .asString()
                    .contains(": a frame of 1,195,725,856 bytes, where at most 32,768 are taken; logged once");
        }
    }

    @Test
    void afterTheGreetingLongFramesAreTakenIn() {
        Entry change = new Entry(K, Optional.of(Value.of("v".repeat(WireLimits.PROOF_BYTES))), new Version(2, A, 1, 1));
        Frame push = PeerCodec.encode(new PeerMessage(
                1, new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(change), List.of())));
        byte[] greeting = PeerCodec.greeting(A, B, "secret").bytes();
        arrives(ByteBuffer.allocate(greeting.length + push.bytes().length)
                .put(greeting)
                .put(push.bytes())
                .array());
        assertThat(replica.entry(K)).isPresent();
    }

    @Test
    void aCorruptFrameIsRefusedAndReportedAndTheNextOneIsRead() {
        arrives(PeerCodec.greeting(A, B, "secret").bytes());
        byte[] corrupt = message().bytes().clone();
        corrupt[corrupt.length - 3] ^= 1;
        arrives(corrupt);
        assertThat(replica.entry(K)).isEmpty();
        assertThat(refused).singleElement().asString().startsWith("from A: a frame's checksum is ");
        arrives(message().bytes());
        assertThat(replica.entry(K)).isPresent();
    }

    @Test
    void aFrameOverTheLimitEndsTheConnection() {
        arrives(PeerCodec.greeting(A, B, "secret").bytes());
        arrives(new byte[] {0x7f, 0, 0, 0, 1, 2, 3});
        assertThat(channel.isOpen()).isFalse();
    }

    @Property(tries = 500, seed = "6")
    void randomBytesBringNothingIn(@ForAll @Size(max = 300) byte[] noise) {
        PeerReceiverTest fresh = new PeerReceiverTest(); // jqwik keeps one instance for all tries
        fresh.arrives(noise);
        assertThat(fresh.replica.size()).isZero();
        fresh.channel.checkException();
    }

    @Test
    void aQuestionIsAnswered() {
        arrives(PeerCodec.greeting(A, B, "secret").bytes());
        arrives(PeerCodec.encode(new InquiryMessage(9, new Inquiry.Ask(A, B, 1, K)))
                .bytes());
        assertThat(heard).hasSize(1);
        assertThat(answers).singleElement().isInstanceOfSatisfying(InquiryMessage.class, answer -> assertThat(
                        answer.inquiry())
                .isInstanceOf(Inquiry.Answer.class));
    }
}
