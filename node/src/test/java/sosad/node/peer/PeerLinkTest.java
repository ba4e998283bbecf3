package sosad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.Address;
import sosad.message.InquiryMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.host.Links;
import sosad.node.host.MessageCounts;
import sosad.node.host.PeerTraffic;
import sosad.node.net.HostLookup;
import sosad.protocol.Inquiry;
import sosad.wire.FrameKind;
import sosad.wire.PeerCodec;

/** How often a node knocks at a peer. */
@Timeout(30)
class PeerLinkTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final int DIALS = 6;

    /** Half of 50, 100, 200, 400 and 800 ms: the least that chance leaves of the waits. */
    private static final int MIN_MILLIS = 775;

    /** Half of 1,600 ms, the wait that follows. */
    private static final int MIN_NEXT_WAIT_MILLIS = 800;

    @Test
    void whoHangsUpAtOnceIsDialledEverMoreRarely() throws Exception {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (ServerSocket peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Address address = new Address("127.0.0.1", peer.getLocalPort());
            PeerLinks links = new PeerLinks(
                    loop.next(),
                    A,
                    Map.of(B, address),
                    1,
                    "s",
                    new HostLookup(),
                    new Links(List.of(B)),
                    new PeerTraffic(List.of(B)));
            peer.accept().close();
            long begin = System.nanoTime();
            for (int dial = 1; dial < DIALS; dial++) {
                peer.accept().close();
            }
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(MIN_MILLIS));
            loop.submit(links::close).get();
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    @Test
    void aPeerThatComesByItselfIsDialledAtOnce() throws Exception {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (ServerSocket peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Links states = new Links(List.of(B));
            PeerLinks links = new PeerLinks(
                    loop.next(),
                    A,
                    Map.of(B, new Address("127.0.0.1", peer.getLocalPort())),
                    1,
                    "s",
                    new HostLookup(),
                    states,
                    new PeerTraffic(List.of(B)));
            for (int dial = 0; dial < DIALS; dial++) {
                peer.accept().close();
            }
            while (loop.submit(() -> states.with(B).failures()).get() < DIALS) {
                Thread.onSpinWait();
            }
            loop.submit(() -> states.with(B).peerCame(true)).get();
            peer.setSoTimeout(MIN_NEXT_WAIT_MILLIS);
            peer.accept().close();
            loop.submit(links::close).get();
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    @Test
    void whatIsHandedToALinkIsCounted() throws Exception {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (ServerSocket peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Address address = new Address("127.0.0.1", peer.getLocalPort());
            PeerTraffic traffic = new PeerTraffic(List.of(B));
            PeerLinks links = new PeerLinks(
                    loop.next(), A, Map.of(B, address), 1, "s", new HostLookup(), new Links(List.of(B)), traffic);
            InquiryMessage answer = new InquiryMessage(
                    9,
                    new Inquiry.Answer(
                            A,
                            B,
                            1,
                            new Key("k"),
                            Optional.of(new Entry(new Key("k"), Optional.of(Value.of("v")), new Version(2, A, 1, 1)))));
            loop.submit(() -> links.send(answer)).get();
            MessageCounts counts = loop.submit(
                            () -> traffic.peers().get(B).sent().get(FrameKind.ANSWER))
                    .get();
            assertThat(counts.messages()).isEqualTo(1);
            assertThat(counts.entries()).isEqualTo(1);
            assertThat(counts.bytes()).isEqualTo(PeerCodec.encode(answer).bytes().length);
            loop.submit(links::close).get();
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }
}
