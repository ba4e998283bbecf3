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
import sosad.model.NodeId;
import sosad.node.drive.NodeFacts;
import sosad.node.drive.ReplicaFacts;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.wire.WireSizing;

/** A client port on a real loopback socket, over a map. */
final class OpenPort implements AutoCloseable {
    /** Node A with the peers B and C, its clock at 5, its peer port 7002. */
    static final NodeFacts FACTS = new ReplicaFacts(
            new Replica(
                    new NodeId("A"), List.of(new NodeId("B"), new NodeId("C")), Rules.DOCUMENT, 3, new WireSizing()),
            () -> 5,
            7_002);

    final MapDatabase database = new MapDatabase();
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ClientPort port;

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
