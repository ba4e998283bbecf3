package sosad.app.bench;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sosad.app.fabric.Fabric;
import sosad.model.NodeId;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** Links between pairs of ends in this process, direct or through a live network without faults. */
final class LoadedLinks implements AutoCloseable {
    private static final String SECRET = "secret of a link";

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Fabric fabric = new Fabric(loop);
    private final List<LinkEnds> links = new ArrayList<>();

    /**
     * Opens so many links.
     *
     * @param isThroughFabric whether the network is in between
     */
    LoadedLinks(int count, boolean isThroughFabric) throws IOException {
        fabric.goLive(1);
        try {
            for (int number = 1; number <= count; number++) {
                links.add(open(new NodeId("S" + number), new NodeId("R" + number), isThroughFabric));
            }
        } catch (IOException | MalformedException e) {
            close();
            throw new IOException("a link cannot be opened: " + e.getMessage(), e);
        }
    }

    private LinkEnds open(NodeId from, NodeId to, boolean isThroughFabric) throws IOException, MalformedException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress destination = new InetSocketAddress(port.getInetAddress(), port.getLocalPort());
            if (isThroughFabric) {
                fabric.expect(from, SECRET);
                fabric.expect(to, SECRET);
                fabric.ready(to, destination);
            }
            Socket sending = new Socket();
            sending.connect(isThroughFabric ? fabric.address() : destination);
            sending.setTcpNoDelay(true);
            sending.getOutputStream().write(PeerCodec.greeting(from, to, SECRET).bytes());
            LinkEnds ends = new LinkEnds(from, to, sending, port.accept());
            ends.awaitGreeting();
            return ends;
        }
    }

    /** The ends of the links. */
    List<LinkEnds> all() {
        return List.copyOf(links);
    }

    @Override
    public void close() throws IOException {
        for (LinkEnds link : links) {
            link.close();
        }
        fabric.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
