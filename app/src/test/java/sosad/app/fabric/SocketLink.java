package sosad.app.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.GreetingAnswer;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** A live network with the link from A to B, both of which are plain sockets of the test. */
final class SocketLink implements AutoCloseable {
    static final NodeId A = new NodeId("A");
    static final NodeId B = new NodeId("B");
    static final Link LINK = new Link(A, B);

    private static final int PATIENCE_MILLIS = 20_000;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    final Fabric fabric = new Fabric(loop);
    final LiveTraffic traffic = fabric.goLive(1);
    private final ServerSocket portOfB = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Socket fromA;
    Socket atB;
    private DataInputStream arriving;

    SocketLink() throws IOException, MalformedException {
        portOfB.setSoTimeout(PATIENCE_MILLIS);
        fabric.expect(A, "a");
        bIsReady();
        dial();
        accept();
    }

    void bIsReady() {
        fabric.expect(B, "b");
        fabric.ready(B, new InetSocketAddress(InetAddress.getLoopbackAddress(), portOfB.getLocalPort()));
    }

    /** A connects, as it does again when it has lost a connection. */
    void dial() throws IOException {
        fromA = new Socket(fabric.address().getAddress(), fabric.address().getPort());
        fromA.setSoTimeout(PATIENCE_MILLIS);
        fromA.getOutputStream().write(PeerCodec.greeting(A, B, "a").bytes());
    }

    /** B takes the connection, which A is told. */
    void accept() throws IOException, MalformedException {
        atB = portOfB.accept();
        atB.setSoTimeout(PATIENCE_MILLIS);
        arriving = new DataInputStream(new BufferedInputStream(atB.getInputStream()));
        assertThat(PeerCodec.proves(next(), "b")).isTrue();
        assertThat(GreetingAnswer.read(Frame.read(new DataInputStream(fromA.getInputStream()))))
                .isEqualTo(GreetingAnswer.WELCOME);
    }

    void bListensNoMore() throws IOException {
        portOfB.close();
    }

    static Frame frame(long id, int bodyBytes) {
        return Frame.compose(FrameKind.PUSH, id, A, B, new byte[bodyBytes]);
    }

    void send(long id, int bodyBytes) throws IOException {
        fromA.getOutputStream().write(frame(id, bodyBytes).bytes());
    }

    Frame next() throws IOException, MalformedException {
        return Frame.read(arriving);
    }

    /** Waits until the socket ends; says how. Nothing more must come over it. */
    static String end(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            return "closed";
        } catch (SocketException e) {
            return "reset";
        }
    }

    LinkCounts counts() {
        return traffic.counts().get(LINK);
    }

    /** Waits until so much has happened on the link; the test's timeout is the limit. */
    void await(Predicate<LinkCounts> happened) {
        while (!happened.test(counts())) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() throws IOException {
        fromA.close();
        atB.close();
        portOfB.close();
        fabric.close();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
