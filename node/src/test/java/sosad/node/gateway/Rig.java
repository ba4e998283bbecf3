package sosad.node.gateway;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.message.Address;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;
import sosad.node.net.HostLookup;

/** Two fake backends, A and B, and gateways before them. */
final class Rig implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(5);

    final FakeBackend a = new FakeBackend("A");
    final FakeBackend b = new FakeBackend("B");
    final Recorder recorder = new Recorder();
    Optional<String> backendSecret = Optional.empty();
    HostLookup hosts = new HostLookup();
    Gateway gateway;
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    /** Starts a gateway and gives a client of it once both backends are up. */
    Client start(Balancing balancing, int writes) throws IOException, InterruptedException {
        return start(balancing, writes, Reads.ONE, DEADLINE, Optional.empty(), Optional.empty());
    }

    Client start(
            Balancing balancing,
            int writes,
            Reads reads,
            Duration deadline,
            Optional<CacheSettings> cache,
            Optional<String> secret)
            throws IOException, InterruptedException {
        Map<NodeId, Address> backends = Map.of(new NodeId("A"), a.address(), new NodeId("B"), b.address());
        begin(new GatewaySettings(
                backends, balancing, writes, reads, deadline, cache, Limits.DEFAULT, secret, backendSecret));
        recorder.await("A UP");
        recorder.await("B UP");
        recorder.forget();
        return client();
    }

    /** Starts a gateway before backend A, whose host has the name "backend", and gives a client of it at once. */
    Client startAtName() throws IOException {
        Address named = new Address("backend", a.address().port());
        begin(new GatewaySettings(
                Map.of(new NodeId("A"), named),
                Balancing.ROUND_ROBIN,
                1,
                Reads.ONE,
                DEADLINE,
                Optional.empty(),
                Limits.DEFAULT,
                Optional.empty(),
                backendSecret));
        return client();
    }

    private void begin(GatewaySettings settings) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        gateway = Gateway.start(loop, address, settings, recorder, hosts).join();
    }

    Client client() throws IOException {
        return new Client(gateway.address());
    }

    /** Does something on the gateways' event loop. */
    void onLoop(Runnable action) {
        loop.submit(action).syncUninterruptibly();
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close().join();
        }
        a.close();
        b.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
