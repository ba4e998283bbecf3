package sosad.node.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.util.concurrent.TimeUnit;

/** The event loop of one start of a node or gateway, in a process that may go on with another one after it. */
public final class StartLoop {
    private final IoHandlerFactory sockets = NioIoHandler.newFactory();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, this::handler);
    private volatile IoHandler handler;

    private IoHandler handler(ThreadAwareExecutor executor) {
        handler = sockets.newHandler(executor);
        return handler;
    }

    /** Returns the loop, as a group of one. */
    public EventLoopGroup group() {
        return group;
    }

    /**
     * Closes every port and connection, and ends the loop. To end the loop alone is not enough: Netty closes what is
     * open only if the loop looks at its sockets once more, and else leaves it open for as long as the process lives.
     *
     * @return whether the loop has ended within so many seconds
     */
    public boolean end(int seconds) {
        group.submit(() -> handler.prepareToDestroy()).awaitUninterruptibly(seconds, TimeUnit.SECONDS);
        return group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(seconds, TimeUnit.SECONDS);
    }
}
