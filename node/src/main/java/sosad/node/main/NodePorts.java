package sosad.node.main;

import static sosad.model.PlainFormat.format;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import sosad.message.Address;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Report;
import sosad.message.Report.Sent;
import sosad.node.client.ClientPort;
import sosad.node.client.ClientSettings;
import sosad.node.control.ControlConnection;
import sosad.node.control.ControlPort;
import sosad.node.host.Links;
import sosad.node.host.NodeFacts;
import sosad.node.host.NodeHost;
import sosad.node.main.NodeProcess.StartException;
import sosad.node.metrics.MetricsPage;
import sosad.node.metrics.MetricsPort;
import sosad.node.net.Reason;
import sosad.node.peer.PeerPort;

/** The ports of a node, and the connection to the app that started it. */
final class NodePorts {
    /** Clients that do not leave are left behind after this time. */
    private static final int LEAVE_SECONDS = 5;

    private final EventLoopGroup loop;
    private final Launch launch;
    private final NodeHost host;
    private final Links links;
    private final int peerPort;
    private final ClientPort clients;

    /** Opens the ports for peers and clients. */
    NodePorts(EventLoopGroup loop, Launch launch, ClientSettings clientSettings, NodeHost host, Links links)
            throws StartException {
        this.loop = loop;
        this.launch = launch;
        this.host = host;
        this.links = links;
        int peers = launch.ports().peer();
        this.peerPort = number(bound("peer", peers, PeerPort.bind(loop, here(peers), host, links, launch.secret())));
        this.clients = clients(clientSettings);
    }

    private ClientPort clients(ClientSettings settings) throws StartException {
        InetSocketAddress address = here(launch.ports().client());
        boolean isOpenToOthers = !address.getAddress().isLoopbackAddress();
        Optional<String> secret = isOpenToOthers ? Optional.of(launch.secret()) : Optional.empty();
        NodeFacts facts = new NodeFacts(host.replica(), host.engine().clock(), host.traffic(), links, peerPort);
        try {
            ClientSettings here =
                    settings.guardedBy(secret).keeping(launch.disk().map(Disk::fsync));
            CompletableFuture<ClientPort> binding = ClientPort.bind(loop, address, host, facts, here);
            return (launch.parent()
                            ? orElse(binding, () -> ClientPort.bind(loop, here(0), host, facts, here))
                            : binding)
                    .join();
        } catch (CompletionException e) {
            throw cannotBind("client", address.getPort(), e.getCause());
        }
    }

    /** The port that the app prefers, or another if that is taken: the app, which is told, says so. */
    static <T> CompletableFuture<T> orElse(CompletableFuture<T> preferred, Supplier<CompletableFuture<T>> other) {
        return preferred.exceptionallyCompose(taken -> other.get());
    }

    /**
     * Opens the port for control programs, if there is to be one.
     *
     * @param stop ends the node
     */
    void openControl(Runnable stop) throws StartException {
        if (launch.ports().control().isPresent()) {
            int port = launch.ports().control().get();
            bound(
                    "control",
                    port,
                    ControlPort.bind(loop, here(port), host, launch.secret(), seq -> ready(seq, List.of()), stop));
        }
    }

    /** Opens the port for Prometheus, if there is to be one. */
    void openMetrics() throws StartException {
        if (launch.ports().metrics().isPresent()) {
            int port = launch.ports().metrics().get();
            bound("metrics", port, MetricsPort.bind(loop, here(port), new MetricsPage(host, links, clients::counts)));
        }
    }

    /**
     * Connects to the app.
     *
     * @param hellos the messages by which this node has announced that it is back
     * @return the connection
     */
    Channel dial(Address app, List<Sent> hellos, Runnable stop) throws StartException {
        ChannelFuture opening = ControlConnection.open(
                        loop, new InetSocketAddress(app.host(), app.port()), host, seq -> ready(seq, hellos), stop)
                .awaitUninterruptibly();
        if (!opening.isSuccess()) {
            throw new StartException("the app at %s cannot be reached: %s".formatted(app, Reason.of(opening.cause())));
        }
        return opening.channel();
    }

    private Report.Ready ready(long seq, List<Sent> hellos) {
        long pid = ProcessHandle.current().pid();
        return new Report.Ready(seq, launch.secret(), launch.id(), pid, clientPort(), peerPort, hellos);
    }

    int clientPort() {
        return clients.address().getPort();
    }

    int peerPort() {
        return peerPort;
    }

    /** Takes no more clients, answers what was asked and lets them go; waits until they are gone, or for some time. */
    void drain() {
        clients.drain().completeOnTimeout(null, LEAVE_SECONDS, TimeUnit.SECONDS).join();
    }

    private InetSocketAddress here(int port) {
        return new InetSocketAddress(launch.ports().bind(), port);
    }

    private Channel bound(String name, int port, ChannelFuture binding) throws StartException {
        if (!binding.awaitUninterruptibly().isSuccess()) {
            throw cannotBind(name, port, binding.cause());
        }
        return binding.channel();
    }

    private static int number(Channel listener) {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    private StartException cannotBind(String name, int port, Throwable cause) {
        return new StartException(format(
                "the %s port %s cannot be used: %s; choose another with --%s-port",
                name, Address.text(launch.ports().bind(), port), Reason.of(cause), name));
    }
}
