package sosad.node.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.process.OpenFiles;

/**
 * Stands in the pipeline of a port that listens. When a connection cannot be accepted, above all because the process
 * may open no more files, the port waits for a second before it tries again; that is said once, and once when it has
 * gone well for some time.
 */
public final class AcceptFaults extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptFaults.class);
    private static final int PAUSE_SECONDS = 1;
    private static final long WELL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String port;
    private boolean isFailing;
    private boolean isWatching;
    private long lastFaultNanos;

    AcceptFaults(String port) {
        this.port = port;
    }

    /**
     * Returns what makes a port that listens, has this in its pipeline.
     *
     * @param port its name, such as "client"
     * @param accepted takes each connection
     */
    public static ServerBootstrap listening(EventLoopGroup loop, String port, Consumer<SocketChannel> accepted) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .handler(new AcceptFaults(port))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accepted.accept(channel);
                    }
                });
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        lastFaultNanos = now(context);
        if (!isFailing) {
            isFailing = true;
            LOG.warn("the {} port accepts no more connections: {}{}", port, Reason.of(cause), OpenFiles.advice());
        }
        context.channel().config().setAutoRead(false);
        if (!isWatching) {
            isWatching = true;
            again(context);
        }
    }

    private void again(ChannelHandlerContext context) {
        context.executor().schedule(() -> accept(context), PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void accept(ChannelHandlerContext context) {
        if (!context.channel().isOpen()) {
            return;
        }
        context.channel().config().setAutoRead(true);
        if (now(context) - lastFaultNanos < WELL_NANOS) {
            again(context);
        } else {
            isFailing = false;
            isWatching = false;
            LOG.info("the {} port accepts connections again", port);
        }
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }
}
