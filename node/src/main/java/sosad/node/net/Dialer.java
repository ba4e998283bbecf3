package sosad.node.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sosad.message.Address;

/**
 * Connects to one address. Its host is looked up for each try, and now and then while a connection stands: the handlers
 * of one whose host is elsewhere by now are told {@link Moved}. Of several addresses of a host each is tried in its
 * turn. To be used on the event loop.
 */
public final class Dialer {
    /** With what the system remembers of a name, soon enough to follow a host within half a minute. */
    private static final int LOOK_AGAIN_SECONDS = 10;

    private final EventLoop loop;
    private final Address address;
    private final HostLookup hosts;
    private final Bootstrap bootstrap;
    private final Duration lookAgain;
    private int tries;

    /** The reason why a connection is closed after its handlers got {@link Moved}. */
    public static final String MOVED = "its host is now at another address";

    /** The event that tells a connection's handlers that its host has moved. */
    public enum Moved {
        NOW
    }

    /** @param connectMillis how long a try may take */
    public Dialer(EventLoop loop, Address address, HostLookup hosts, int connectMillis) {
        this(loop, address, hosts, connectMillis, Duration.ofSeconds(LOOK_AGAIN_SECONDS));
    }

    /** @param lookAgain how often the host of a connection that stands is looked up */
    Dialer(EventLoop loop, Address address, HostLookup hosts, int connectMillis, Duration lookAgain) {
        this.loop = loop;
        this.address = address;
        this.hosts = hosts;
        this.lookAgain = lookAgain;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis);
    }

    /** Returns where connections go. */
    public Address address() {
        return address;
    }

    /**
     * Begins to connect.
     *
     * @param handlers puts those of the connection into its pipeline, which hear the rest
     * @param failed told why there is no connection
     */
    public void dial(Consumer<ChannelPipeline> handlers, Consumer<String> failed) {
        hosts.find(address)
                .whenCompleteAsync(
                        (found, unknown) -> {
                            if (unknown != null) {
                                failed.accept(Reason.of(unknown));
                            } else {
                                connect(found.get(Math.floorMod(tries++, found.size())), handlers, failed);
                            }
                        },
                        loop);
    }

    private void connect(InetSocketAddress to, Consumer<ChannelPipeline> handlers, Consumer<String> failed) {
        ChannelFuture connecting = bootstrap
                .clone()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        KeepAlive.on(channel);
                        handlers.accept(channel.pipeline());
                    }
                })
                .connect(to);
        if (connecting.isDone()) {
            connected(connecting, to, failed); // no socket was available, and a listener would not be on the loop
        } else {
            connecting.addListener(done -> connected(connecting, to, failed));
        }
    }

    private void connected(ChannelFuture connecting, InetSocketAddress to, Consumer<String> failed) {
        if (!connecting.isSuccess()) {
            failed.accept(Reason.of(connecting.cause(), to));
        } else if (HostLookup.mayMove(address)) {
            lookAgain(connecting.channel(), to);
        }
    }

    private void lookAgain(Channel connected, InetSocketAddress at) {
        long millis = lookAgain.toMillis();
        Future<?> looking = loop.scheduleWithFixedDelay(
                () -> hosts.find(address)
                        .whenCompleteAsync(
                                (found, unknown) -> {
                                    if (unknown == null && !found.contains(at)) {
                                        connected.pipeline().fireUserEventTriggered(Moved.NOW);
                                    }
                                },
                                loop),
                millis,
                millis,
                TimeUnit.MILLISECONDS);
        connected.closeFuture().addListener(closed -> looking.cancel(false));
    }
}
