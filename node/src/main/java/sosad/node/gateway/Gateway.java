package sosad.node.gateway;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Address;
import sosad.model.NodeId;
import sosad.node.client.CatalogueCommand;
import sosad.node.client.ClientPort;
import sosad.node.client.ClientSettings;
import sosad.node.client.PortState;
import sosad.node.client.RespCommand;
import sosad.node.net.Dialer;
import sosad.node.net.HostLookup;
import sosad.process.OpenFiles;

/** A gateway: a port for clients, and connections to the backends that serve them. */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** The time for which a late reply is awaited, so that those behind it may arrive. */
    private static final Duration SILENCE_AFTER_DEADLINE = Duration.ofMillis(500);

    /** The time that clients have to leave after the last reply, a deadline or two after its request. */
    private static final long LEAVE_MILLIS = 2_500;

    private final EventLoop loop;
    private final GatewaySettings settings;
    private final GatewayWatcher watcher;
    private final RequestContext context;
    private final Optional<ReadCache> cache;
    private final HostLookup hosts;
    private ClientPort port;

    private Gateway(EventLoop loop, GatewaySettings settings, GatewayWatcher watcher, HostLookup hosts) {
        this.loop = loop;
        this.settings = settings;
        this.watcher = watcher;
        this.hosts = hosts;
        this.context = new RequestContext(
                new Backends(settings.balancing()), new Deadlines(loop, settings.deadline()), new RequestCounts());
        settings.backends().forEach((id, address) -> context.backends().put(backend(id, address)));
        this.cache = settings.cache().map(kept -> new ReadCache(kept, loop.ticker()::nanoTime));
    }

    private Backend backend(NodeId id, Address address) {
        return new Backend(
                id,
                new DialSettings(
                        loop,
                        new Dialer(loop, address, hosts, BackendConnection.CONNECT_MILLIS),
                        settings.backendSecret()),
                watcher,
                context.backends(),
                settings.deadline().plus(SILENCE_AFTER_DEADLINE));
    }

    /**
     * Listens on {@code address}, port 0 for any free one, and connects to the backends.
     *
     * @param loop a group of one event loop
     * @param watcher gets events of backends and requests
     * @param hosts finds the backends; closed with the gateway
     * @return the gateway once it listens; fails with {@link java.net.BindException} if the address is not available
     */
    public static CompletableFuture<Gateway> start(
            EventLoopGroup loop,
            InetSocketAddress address,
            GatewaySettings settings,
            GatewayWatcher watcher,
            HostLookup hosts) {
        Gateway gateway = new Gateway(loop.next(), settings, watcher, hosts);
        ClientSettings clients = withRoom(
                ClientSettings.usual(settings.limits()).guardedBy(settings.secret()),
                settings.backends().size());
        return ClientPort.bindFor(gateway::commands, loop, address, clients).thenApply(port -> {
            gateway.port = port;
            gateway.context.backends().all().forEach(Backend::open);
            return gateway;
        });
    }

    /** Fewer clients may come where fewer files can be open, so that backends find room. */
    private static ClientSettings withRoom(ClientSettings clients, int backends) {
        int wanted = clients.mostConnections();
        int others = backends * Backend.MAX_CONNECTIONS;
        int room = Math.max(1, OpenFiles.clients(wanted, others));
        if (room < wanted) {
            LOG.warn(
                    "no more than {} clients may connect at once: for {} the gateway needs {} files open (ulimit -n)",
                    room,
                    wanted,
                    wanted + others + OpenFiles.OWN);
        }
        return clients.atMost(room);
    }

    private List<RespCommand> commands(PortState state) {
        List<RespCommand> all = new ArrayList<>(new ForwardedCommands(context, settings, cache, state.runId()).all());
        all.addAll(state.commonCommands());
        all.add(new InfoCommand(
                        context, settings, cache, state, () -> port.address().getPort())
                .command());
        all.add(new CatalogueCommand(all).command());
        return all;
    }

    /** A backend is there from now on, known before or not. To be called on the event loop. */
    public void setBackend(NodeId id, Address address) {
        Backend backend = backend(id, address);
        context.backends().put(backend).ifPresent(Backend::close);
        backend.open();
    }

    /** Returns where it listens, with the port number in use. */
    public InetSocketAddress address() {
        return port.address();
    }

    /**
     * Stops listening, gives the requests that it has taken their replies, lets the clients go and then the backends.
     *
     * @return done when all is closed, soon after the deadline of the last request at the latest
     */
    public CompletableFuture<Void> drain() {
        return port.drain()
                .completeOnTimeout(null, 2 * settings.deadline().toMillis() + LEAVE_MILLIS, TimeUnit.MILLISECONDS)
                .thenCompose(done -> close());
    }

    /** Closes everything; requests that are outstanding get no reply. */
    public CompletableFuture<Void> close() {
        return port.close()
                .thenRunAsync(
                        () -> {
                            context.backends().all().forEach(Backend::close);
                            hosts.close();
                        },
                        loop);
    }
}
