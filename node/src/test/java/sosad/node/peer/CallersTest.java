package sosad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.InquiryMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.node.host.Hosts;
import sosad.node.host.Links;
import sosad.node.host.NodeHost;
import sosad.protocol.Inquiry;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.Sizing;
import sosad.wire.Frame;
import sosad.wire.PeerCodec;

/** Two processes that greet under one name, over real sockets. */
@Timeout(30)
class CallersTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final NodeHost host =
            Hosts.silent(new Replica(B, Set.of(A), Rules.DOCUMENT, Saved.nothing(1), Sizing.UNLIMITED));
    private final Links links = new Links(Set.of(A));
    private InetSocketAddress port;

    @BeforeEach
    void listen() {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        port = (InetSocketAddress) PeerPort.bind(loop, any, host, links, "s")
                .syncUninterruptibly()
                .channel()
                .localAddress();
    }

    @AfterEach
    void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private Socket greets(long start) throws IOException {
        Socket socket = new Socket(port.getAddress(), port.getPort());
        socket.getOutputStream().write(PeerCodec.greeting(A, B, start, "s").bytes());
        return socket;
    }

    /** Returns whether two are found; asked on the event loop. */
    private boolean areTwo() {
        return loop.submit(() -> links.with(A).isDoubled())
                .syncUninterruptibly()
                .getNow();
    }

    private void await(boolean two) {
        while (areTwo() != two) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theConnectionOfAnEarlierStartIsEndedAndNothingIsSaid() throws IOException {
        try (Socket before = greets(1);
                Socket after = greets(2)) {
            before.getInputStream().readAllBytes(); // up to its end
            assertThat(after.isConnected()).isTrue();
            assertThat(areTwo()).isFalse();
        }
    }

    @Test
    void anEarlierStartThatGreetsAgainShowsThatTwoRunUnderOneNameUntilOneIsGone() throws IOException {
        Socket first = greets(1);
        try (Socket second = greets(2)) {
            first.getInputStream().readAllBytes(); // up to its end
            first.close();
            try (Socket again = greets(1)) {
                await(true);
                assertThat(second.isClosed() || again.isClosed()).isFalse();
            }
            await(false);
        }
    }

    @Test
    void oneProcessMayGreetAsOftenAsItLikes() throws IOException {
        greets(1).close();
        try (Socket second = greets(1);
                Socket third = greets(1)) {
            Frame question = PeerCodec.encode(new InquiryMessage(9, new Inquiry.Ask(A, B, 1, new Key("k"))));
            second.getOutputStream().write(question.bytes());
            third.getOutputStream().write(question.bytes());
            awaitMessages(2);
            assertThat(areTwo()).isFalse();
        }
    }

    private void awaitMessages(long messages) {
        while (loop.submit(() -> host.traffic().allReceived().messages())
                        .syncUninterruptibly()
                        .getNow()
                < messages) {
            Thread.onSpinWait();
        }
    }
}
