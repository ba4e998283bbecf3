package sosad.app.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.PeerCodec;

/** How much the network holds, on real sockets. */
@Timeout(60)
class FabricTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final String SECRET = "secret of A";
    private static final int BODY_BYTES = 1_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Fabric fabric = new Fabric(loop, 2 * BODY_BYTES);
    private Socket fromA;

    @BeforeEach
    void dial() throws Exception {
        fabric.expect(A, SECRET);
        fromA = new Socket(fabric.address().getAddress(), fabric.address().getPort());
        fromA.getOutputStream().write(PeerCodec.greeting(A, B, SECRET).bytes());
    }

    @AfterEach
    void close() throws Exception {
        fromA.close();
        fabric.close();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void send(long id) throws Exception {
        Frame frame = Frame.compose(FrameKind.SYNC, id, A, B, new byte[BODY_BYTES]);
        fromA.getOutputStream().write(frame.bytes());
    }

    /** After this the loop has seen everything that had come in by now. */
    private void lookAtEverything() throws Exception {
        for (int round = 0; round < 3; round++) {
            loop.next().submit(() -> {}).get();
        }
    }

    @Test
    void pastItsBudgetTheNetworkStopsReadingAndGoesOnAfterADiscard() throws Exception {
        send(1);
        send(2); // with their headers the two are past the budget
        assertThat(fabric.arrival(2)).succeedsWithin(SOON);

        send(3);
        lookAtEverything();
        assertThat(fabric.arrival(3)).isNotDone();

        fabric.discard(1);
        assertThat(fabric.arrival(3)).succeedsWithin(SOON);
    }

    @Test
    void withinItsBudgetTheNetworkGoesOnReading() throws Exception {
        for (int id = 1; id <= 10; id++) {
            send(id);
            assertThat(fabric.arrival(id)).succeedsWithin(SOON);
            fabric.discard(id);
        }
    }
}
