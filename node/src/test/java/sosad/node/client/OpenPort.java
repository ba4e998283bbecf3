package sosad.node.client;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import sosad.engine.NodeClock;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.node.host.Links;
import sosad.node.host.NodeFacts;
import sosad.node.host.PeerTraffic;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.Update;
import sosad.wire.PeerCodec;
import sosad.wire.WireSizing;

/** A client port on a real loopback socket, over a map. */
final class OpenPort implements AutoCloseable {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    /** Node A with the peers B and C, two syncs of B received, its clock at 5, its peer port 7002. */
    static final NodeFacts FACTS = facts(heardTwice());

    final MapDatabase database = new MapDatabase();
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ClientPort port;

    private static NodeFacts facts(Replica replica) {
        PeerTraffic traffic = new PeerTraffic(replica.peers());
        PeerMessage message = new PeerMessage(1, hello());
        traffic.received(message, PeerCodec.encode(message));
        Links links = new Links(replica.peers());
        return new NodeFacts(replica, new NodeClock(5, () -> 0), traffic, links, 7_002);
    }

    /** A message of 49 bytes. */
    private static Update hello() {
        return new Replica(B, List.of(A), Rules.DOCUMENT, Saved.nothing(1), new WireSizing()).hello(A);
    }

    private static Replica heardTwice() {
        Replica a = new Replica(A, List.of(B, new NodeId("C")), Rules.DOCUMENT, Saved.nothing(3), new WireSizing());
        Replica b = new Replica(B, List.of(A), Rules.DOCUMENT, Saved.nothing(1), new WireSizing());
        for (long time = 2; time <= 3; time++) {
            b.put(new Key("k"), Value.of("v"), time);
            b.sync(A, any -> true).forEach(a::receive);
        }
        return a;
    }

    OpenPort(ClientSettings settings) {
        this(settings, 0);
    }

    /** @throws CompletionException if the port cannot be had */
    OpenPort(ClientSettings settings, int number) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
        try {
            port = ClientPort.bind(loop, address, database, FACTS, settings).join();
        } catch (CompletionException e) {
            stopLoop();
            throw e;
        }
    }

    InetSocketAddress address() {
        return port.address();
    }

    int number() {
        return address().getPort();
    }

    /** Returns when the server has so many connections, that of this call not counted; the caller has a deadline. */
    void awaitConnections(int expected) throws IOException {
        try (RawClient asking = new RawClient(address())) {
            while (!asking.bulk("INFO clients").contains("connected_clients:" + (expected + 1) + "\r\n")) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        if (!loop.isShuttingDown()) {
            port.close().join();
            stopLoop();
        }
    }

    private void stopLoop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
