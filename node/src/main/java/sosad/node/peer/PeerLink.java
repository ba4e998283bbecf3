package sosad.node.peer;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Address;
import sosad.wire.Frame;

/**
 * The link to one peer: connects, and connects again when the connection is lost, ever more slowly and with a little
 * chance, so that nodes do not knock in step. Frames that cannot be sent yet wait in a queue of bounded size; past it
 * the oldest fall off, which is a loss the protocol survives.
 */
final class PeerLink {
    private static final Logger LOG = LoggerFactory.getLogger(PeerLink.class);
    private static final long QUEUE_BYTES = 64L << 20;

    /** A link with this much waiting is behind. */
    private static final long ROOM_BYTES = 1L << 20;

    private static final int FIRST_RETRY_MILLIS = 50;
    private static final int LAST_RETRY_MILLIS = 2_000;

    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final Address address;
    private final HostLookup hosts;
    private final Frame greeting;
    private final Deque<Frame> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long retryMillis = FIRST_RETRY_MILLIS;
    private Channel channel;
    private boolean closed;

    PeerLink(EventLoop loop, Address address, HostLookup hosts, Frame greeting) {
        this.loop = loop;
        this.address = address;
        this.hosts = hosts;
        this.greeting = greeting;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2_000)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel opened) {
                        opened.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelWritabilityChanged(io.netty.channel.ChannelHandlerContext context) {
                                drain();
                            }
                        });
                    }
                });
    }

    void connect() {
        if (closed) {
            return;
        }
        hosts.find(address).whenCompleteAsync(this::dial, loop);
    }

    private void dial(InetSocketAddress found, Throwable unknown) {
        if (closed) {
            return;
        }
        if (unknown != null) {
            retry("its host is unknown: " + unknown.getMessage());
            return;
        }
        bootstrap.connect(found).addListener((ChannelFuture connecting) -> {
            if (connecting.isSuccess()) {
                opened(connecting.channel());
            } else {
                retry(connecting.cause().getMessage());
            }
        });
    }

    private void opened(Channel connected) {
        if (closed) {
            connected.close();
            return;
        }
        channel = connected;
        long openedNanos = System.nanoTime();
        write(greeting);
        connected.flush();
        drain();
        connected.closeFuture().addListener(gone -> {
            channel = null;
            if (System.nanoTime() - openedNanos > TimeUnit.MILLISECONDS.toNanos(LAST_RETRY_MILLIS)) {
                retryMillis = FIRST_RETRY_MILLIS; // it was more than one that is hung up on at once
            }
            retry("the connection was closed");
        });
    }

    private void retry(String reason) {
        if (closed) {
            return;
        }
        long waitMillis = retryMillis / 2 + ThreadLocalRandom.current().nextLong(retryMillis);
        LOG.debug("link to {}: {}; next try in {} ms", address, reason, waitMillis);
        loop.schedule(this::connect, waitMillis, TimeUnit.MILLISECONDS);
        retryMillis = Math.min(2 * retryMillis, LAST_RETRY_MILLIS);
    }

    /** Whether the link is open and takes more without delay. */
    boolean hasRoom() {
        return channel != null && queuedBytes < ROOM_BYTES;
    }

    void send(Frame frame) {
        queue.add(frame);
        queuedBytes += frame.bytes().length;
        while (queuedBytes > QUEUE_BYTES) {
            queuedBytes -= queue.remove().bytes().length;
        }
        drain();
    }

    private void drain() {
        if (channel == null) {
            return;
        }
        boolean wrote = false;
        while (channel.isWritable() && !queue.isEmpty()) {
            Frame frame = queue.remove();
            queuedBytes -= frame.bytes().length;
            write(frame);
            wrote = true;
        }
        if (wrote) {
            channel.flush();
        }
    }

    private void write(Frame frame) {
        channel.write(Unpooled.wrappedBuffer(frame.bytes()), channel.voidPromise());
    }

    /** Closes the link after what was handed to the connection; what still waits is lost. */
    Future<?> close() {
        closed = true;
        queue.clear();
        Channel closing = channel; // which may be closed, and the field empty, before the next line
        if (closing == null) {
            return loop.newSucceededFuture(null);
        }
        closing.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        return closing.closeFuture();
    }
}
