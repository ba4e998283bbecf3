package sosad.node.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import sosad.node.host.ClientCounts;
import sosad.node.host.Database;
import sosad.node.host.Durability;
import sosad.node.host.NodeFacts;
import sosad.node.net.AcceptFaults;
import sosad.node.net.KeepAlive;
import sosad.node.net.SocketText;

/**
 * The port where a node serves its clients, in the Redis protocol. Its connections live on the event loop that it is
 * bound with, and the database is called on that loop's thread.
 */
public final class ClientPort {
    private static final int BACKLOG = 1_024;

    private final ChannelGroup channels;
    private final PortState state;
    private final Durability durability;
    private final CommandTable commands;
    private Channel listener;

    private ClientPort(
            EventLoop loop,
            ClientSettings settings,
            Durability durability,
            Function<ClientPort, CommandTable> commands) {
        this.durability = durability;
        this.channels = new DefaultChannelGroup(loop, true);
        this.state = PortState.begin(settings, loop.ticker());
        this.commands = commands.apply(this);
    }

    /**
     * Listens on {@code address}; port 0 lets the system choose one.
     *
     * @param loop a group of one event loop, the one that owns {@code database}
     * @param node the node's facts for INFO
     * @return the port once it is bound; fails with {@link java.net.BindException} if the address is not available
     */
    public static CompletableFuture<ClientPort> bind(
            EventLoopGroup loop,
            InetSocketAddress address,
            Database database,
            NodeFacts node,
            ClientSettings settings) {
        return bind(loop, address, settings, database, port -> {
            Info info =
                    new Info(database, node, port.state, () -> port.address().getPort());
            return CommandTable.of(database, port.state, info);
        });
    }

    /**
     * Listens on {@code address} for clients with other commands than a node's.
     *
     * @param loop a group of one event loop
     * @param commands makes the commands
     */
    public static CompletableFuture<ClientPort> bindFor(
            Function<PortState, List<RespCommand>> commands,
            EventLoopGroup loop,
            InetSocketAddress address,
            ClientSettings settings) {
        return bind(
                loop,
                address,
                settings,
                Durability.ALWAYS,
                port -> CommandTable.of(commands.apply(port.state), port.state));
    }

    private static CompletableFuture<ClientPort> bind(
            EventLoopGroup loop,
            InetSocketAddress address,
            ClientSettings settings,
            Durability durability,
            Function<ClientPort, CommandTable> commands) {
        ClientPort port = new ClientPort(loop.next(), settings, durability, commands);
        ChannelFuture binding = AcceptFaults.listening(loop, "client", port::serve)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .bind(address);
        CompletableFuture<ClientPort> bound = new CompletableFuture<>();
        binding.addListener(done -> {
            if (done.isSuccess()) {
                port.listener = binding.channel();
                bound.complete(port);
            } else {
                bound.completeExceptionally(done.cause());
            }
        });
        return bound;
    }

    private void serve(SocketChannel channel) {
        KeepAlive.on(channel);
        channels.add(channel);
        Optional<ClientSession> admitted = state.connections()
                .admit(hostAndPort(channel.remoteAddress()), state.ticker().nanoTime());
        if (admitted.isPresent()) {
            ClientSession session = admitted.get();
            channel.closeFuture().addListener(gone -> state.connections().left(session));
            channel.pipeline().addLast(new ClientConnection(commands, state, session, durability));
        } else {
            channel.pipeline().addLast(new TurnedAway());
        }
    }

    private static String hostAndPort(InetSocketAddress address) {
        if (address == null) {
            return "a client that is gone as soon as it came";
        }
        return SocketText.of(address);
    }

    /** Returns where the port listens, with the port number in use. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** Returns what has gone through it so far; to be called on the event loop. */
    public ClientCounts counts() {
        Connections connections = state.connections();
        ClientTraffic traffic = state.traffic();
        return new ClientCounts(
                connections.size(),
                connections.admitted(),
                connections.turnedAway(),
                traffic.commands,
                traffic.hits,
                traffic.misses,
                traffic.bytesIn,
                traffic.bytesOut);
    }

    /**
     * Stops listening, answers what was asked, and lets every client go.
     *
     * @return done when the last one is gone
     */
    public CompletableFuture<Void> drain() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        listener.close().addListener(done -> {
            channels.forEach(each -> each.pipeline().fireUserEventTriggered(ClientConnection.Farewell.NOW));
            channels.newCloseFuture().addListener(all -> gone.complete(null));
        });
        return gone;
    }

    /** Stops listening and closes every connection; done when all are closed. */
    public CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        listener.close().addListener(done -> channels.close().addListener(all -> closed.complete(null)));
        return closed;
    }
}
