package sosad.node.client;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntSupplier;
import sosad.node.drive.Database;

/**
 * The port where a node serves its clients, in the Redis protocol. Its connections live on the event loop that it is
 * bound with, and the database is called on that loop's thread.
 */
public final class ClientPort {
    private static final int BACKLOG = 1_024;

    private final ChannelGroup connections;
    private final CommandTable commands;
    private final ClientSettings settings;
    private long connectionsSoFar;
    private Channel listener;

    private ClientPort(EventLoop loop, Function<IntSupplier, CommandTable> commands, ClientSettings settings) {
        this.connections = new DefaultChannelGroup(loop, true);
        this.commands = commands.apply(connections::size);
        this.settings = settings;
    }

    /**
     * Listens on {@code address}; port 0 lets the system choose one.
     *
     * @param loop a group of one event loop, the one that owns {@code database}
     * @return the port once it is bound; fails with {@link java.net.BindException} if the address is not to be had
     */
    public static CompletableFuture<ClientPort> bind(
            EventLoopGroup loop, InetSocketAddress address, Database database, ClientSettings settings) {
        return bind(loop, address, settings, count -> CommandTable.of(database, settings.limits(), count));
    }

    /**
     * Listens on {@code address} for clients with other commands than a node's.
     *
     * @param loop a group of one event loop
     * @param commands makes the commands, given how many connections there are at any time
     */
    public static CompletableFuture<ClientPort> bindFor(
            Function<IntSupplier, List<Command>> commands,
            EventLoopGroup loop,
            InetSocketAddress address,
            ClientSettings settings) {
        return bind(loop, address, settings, count -> new CommandTable(commands.apply(count)));
    }

    private static CompletableFuture<ClientPort> bind(
            EventLoopGroup loop,
            InetSocketAddress address,
            ClientSettings settings,
            Function<IntSupplier, CommandTable> commands) {
        ClientPort port = new ClientPort(loop.next(), commands, settings);
        ChannelFuture binding = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        port.serve(channel);
                    }
                })
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
        connections.add(channel);
        Session session = new Session(++connectionsSoFar, hostAndPort(channel.remoteAddress()));
        channel.pipeline().addLast(new ClientConnection(commands, session, settings));
    }

    private static String hostAndPort(InetSocketAddress address) {
        if (address == null) {
            return "a client that is gone as soon as it came";
        }
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** Where the port listens, with the port number in use. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /**
     * Stops listening, answers what was asked, and lets every client go.
     *
     * @return done when the last one is gone
     */
    public CompletableFuture<Void> drain() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        listener.close().addListener(done -> {
            connections.forEach(each -> each.pipeline().fireUserEventTriggered(ClientConnection.Farewell.NOW));
            connections.newCloseFuture().addListener(all -> gone.complete(null));
        });
        return gone;
    }

    /** Stops listening and closes every connection; done when all are closed. */
    public CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        listener.close().addListener(done -> connections.close().addListener(all -> closed.complete(null)));
        return closed;
    }
}
