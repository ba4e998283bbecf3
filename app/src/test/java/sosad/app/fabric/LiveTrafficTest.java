package sosad.app.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.DataInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** Messages that pass by themselves, on real sockets. */
@Timeout(60)
class LiveTrafficTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Link LINK = new Link(A, B);

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Fabric fabric = new Fabric(loop);
    private final LiveTraffic traffic = fabric.goLive(1);
    private ServerSocket peerPortOfB;
    private Socket fromA;
    private Socket atB;
    private DataInputStream arriving;

    @BeforeEach
    void connect() throws Exception {
        peerPortOfB = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        peerPortOfB.setSoTimeout(30_000);
        fabric.expect(A, "a");
        fabric.expect(B, "b");
        fabric.ready(B, new InetSocketAddress(InetAddress.getLoopbackAddress(), peerPortOfB.getLocalPort()));
        fromA = new Socket(fabric.address().getAddress(), fabric.address().getPort());
        fromA.getOutputStream().write(PeerCodec.greeting(A, B, "a").bytes());
        send(0, 1);
        atB = peerPortOfB.accept();
        atB.setSoTimeout(30_000);
        arriving = new DataInputStream(new java.io.BufferedInputStream(atB.getInputStream()));
        assertThat(PeerCodec.proves(next(), "b")).isTrue();
        assertThat(next().id()).isZero();
    }

    @AfterEach
    void close() throws Exception {
        fromA.close();
        atB.close();
        peerPortOfB.close();
        fabric.close();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static Frame frame(long id) {
        byte[] body = new byte[(int) (id % 50)];
        java.util.Arrays.fill(body, (byte) id);
        return Frame.compose(FrameKind.PUSH, id, A, B, body);
    }

    private void send(long from, long to) throws Exception {
        OutputStream out = new java.io.BufferedOutputStream(fromA.getOutputStream(), 1 << 16);
        for (long id = from; id < to; id++) {
            out.write(frame(id).bytes());
        }
        out.flush();
    }

    /** Waits until so much has happened on the link; the class's timeout is the limit. */
    private void await(Predicate<LinkCounts> happened) {
        while (!happened.test(traffic.counts().get(LINK))) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private byte[] nextBytes() throws Exception {
        int length = arriving.readInt();
        byte[] bytes = new byte[Frame.LENGTH_BYTES + length];
        java.nio.ByteBuffer.wrap(bytes).putInt(length);
        arriving.readFully(bytes, Frame.LENGTH_BYTES, length);
        return bytes;
    }

    private Frame next() throws Exception {
        return Frame.parse(nextBytes());
    }

    @Test
    void withoutFaultsEveryFrameComesOutInOrderByteForByte() throws Exception {
        int frames = 50_000;
        Thread sending = new Thread(() -> {
            try {
                send(1, frames);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        sending.start();
        for (long id = 1; id < frames; id++) {
            assertThat(nextBytes()).isEqualTo(frame(id).bytes());
        }
        sending.join();
        assertThat(traffic.counts().get(LINK)).isEqualTo(new LinkCounts(frames, frames, 0, 0, 0));
    }

    @Test
    void whoListensIsToldOfWhatWasHandedToTheDestinationInOrderAndOfNothingElse() throws Exception {
        List<Long> delivered = new CopyOnWriteArrayList<>();
        Set<Long> connections = ConcurrentHashMap.newKeySet();
        CompletableFuture<Long> ended = new CompletableFuture<>();
        traffic.setDeliveryListener(new DeliveryListener() {
            @Override
            public void delivered(Frame frame, long connection) {
                connections.add(connection);
                delivered.add(frame.id());
            }

            @Override
            public void ending(Link link, long connection) {
                ended.complete(connection);
            }
        });
        send(1, 1_000);
        await(counts -> counts.passed() == 1_000);
        traffic.setConditions(LINK, LinkConditions.NONE.withCorrupt(1));
        send(1_000, 1_001);
        await(counts -> counts.corrupted() == 1);
        traffic.setConditions(LINK, LinkConditions.NONE.withCut(true));
        send(1_001, 1_002);
        await(counts -> counts.lost() == 1);
        assertThat(delivered).isEqualTo(LongStream.range(1, 1_000).boxed().toList());
        assertThat(connections).hasSize(1);
        assertThat(ended).isNotDone();
        traffic.reset(LINK);
        assertThat(connections).containsExactly(ended.get());
        traffic.setDeliveryListener(DeliveryListener.NONE);
    }

    @Test
    void faultsAreSetAndCountsReadWhileTheNetworkIsBusy() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Future<Boolean> busy = loop.submit(() -> done.await(5, TimeUnit.SECONDS));
        traffic.setConditions(LINK, LinkConditions.NONE.withCut(true));
        long sent = traffic.counts().get(LINK).sent();
        long ended = traffic.sample().total();
        done.countDown();
        assertThat(busy.get()).isTrue();
        assertThat(List.of(sent, ended)).containsExactly(1L, 1L);
    }

    @Test
    void aCutActsOnTheNextMessageAndSoDoesItsMending() throws Exception {
        traffic.setConditions(LINK, LinkConditions.NONE.withCut(true));
        send(1, 5);
        await(counts -> counts.lost() == 4);
        traffic.setConditions(LINK, LinkConditions.NONE);
        send(5, 6);
        assertThat(next().id()).isEqualTo(5);
    }

    @Test
    void aDelayedLinkKeepsItsOrderEvenWhenItIsMended() throws Exception {
        traffic.setConditions(LINK, LinkConditions.NONE.withDelay(new Delay(30, 20, Delay.Spread.UNIFORM)));
        send(1, 200);
        await(counts -> counts.sent() == 200);
        traffic.setConditions(LINK, LinkConditions.NONE);
        send(200, 300);
        for (long id = 1; id < 300; id++) {
            assertThat(next().id()).isEqualTo(id);
        }
    }

    @Test
    void aLinkThatIsHealedOfALongDelayOrALowRateLetsGoAtOnceInOrder() throws Exception {
        Delay hour = new Delay(3_600_000, 0, Delay.Spread.FIXED);
        long next = 1;
        for (LinkConditions faults : List.of(
                LinkConditions.NONE.withDelay(hour),
                LinkConditions.NONE.withBytesPerSecond(1),
                LinkConditions.NONE.withDelay(hour).withBytesPerSecond(1).withReorderMillis(1_000))) {
            traffic.setConditions(LINK, faults);
            long last = next + 200;
            send(next, last);
            await(counts -> counts.sent() == last);
            assertThat(traffic.counts().get(LINK).underWay()).isEqualTo(200);
            traffic.setConditions(LINK, LinkConditions.NONE);
            send(last, last + 1);
            for (; next <= last; next++) {
                assertThat(next().id()).isEqualTo(next);
            }
        }
        assertThat(traffic.counts().get(LINK).underWay()).isZero();
    }

    @Test
    void whatIsUnderWayOnALinkThatIsCutIsLostAtOnce() throws Exception {
        LinkConditions late = LinkConditions.NONE.withDelay(new Delay(3_600_000, 0, Delay.Spread.FIXED));
        traffic.setConditions(LINK, late);
        send(1, 5);
        await(counts -> counts.underWay() == 4);
        traffic.setConditions(LINK, late.withCut(true));
        await(counts -> counts.lost() == 4);
        traffic.setConditions(LINK, LinkConditions.NONE);
        send(5, 6);
        assertThat(next().id()).isEqualTo(5);
        assertThat(traffic.counts().get(LINK).underWay()).isZero();
    }

    @Test
    void changedBytesAreFoundByTheChecksumAndTheNextFrameIsSound() throws Exception {
        traffic.setConditions(LINK, LinkConditions.NONE.withCorrupt(1));
        send(1, 2);
        byte[] changed = nextBytes();
        assertThat(changed).isNotEqualTo(frame(1).bytes());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Frame.parse(changed))
                .isInstanceOf(MalformedException.class);
        traffic.setConditions(LINK, LinkConditions.NONE);
        send(2, 3);
        assertThat(next().id()).isEqualTo(2);
        assertThat(traffic.counts().get(LINK).corrupted()).isEqualTo(1);
    }

    @Test
    void whatIsOnItsWayWhenTheNetworkStopsIsHeldAndWhatWasSentBeforeHasArrived() throws Exception {
        send(1, 3);
        await(counts -> counts.passed() == 3);
        LinkConditions late = LinkConditions.NONE.withDelay(new Delay(60_000, 0, Delay.Spread.FIXED));
        traffic.setConditions(LINK, late);
        send(3, 5);
        await(counts -> counts.sent() == 5);
        traffic.setConditions(LINK, late.withDuplicate(1));
        send(5, 6);
        await(counts -> counts.sent() == 6);

        Frozen frozen = fabric.freeze();
        send(6, 7);

        assertThat(frozen.underWay()).extracting(held -> held.frame().id()).containsExactly(3L, 3L, 4L, 4L, 5L, 5L);
        assertThat(frozen.lastSeen()).containsEntry(LINK, 5L);
        assertThat(fabric.arrival(3)).isCompletedWithValueMatching(frame -> frame.id() == 3);
        assertThat(fabric.arrival(6).get(5, TimeUnit.SECONDS).id()).isEqualTo(6);
        var drained = fabric.drain(java.util.Set.of(B));
        assertThat(next().id()).isEqualTo(1);
        assertThat(next().id()).isEqualTo(2);
        assertThat(arriving.read()).isEqualTo(-1);
        assertThat(drained).isNotDone();
        atB.close();
        drained.get(5, TimeUnit.SECONDS);
    }
}
