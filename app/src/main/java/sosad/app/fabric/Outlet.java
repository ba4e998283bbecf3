package sosad.app.fabric;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import sosad.model.NodeId;
import sosad.wire.Frame;

/** Where a link leaves the network: the connection to the destination's peer port, opened when first needed. */
final class Outlet {
    private final NodeId to;
    private final CompletableFuture<Channel> channel = new CompletableFuture<>();
    private CompletableFuture<Channel> last = channel;
    private final List<Runnable> waiting = new ArrayList<>();

    Outlet(EventLoopGroup loop, NodeId to, InetSocketAddress peerPort, Frame greeting) {
        this.to = to;
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelWritabilityChanged(ChannelHandlerContext context) {
                        if (context.channel().isWritable()) {
                            roomAgain();
                        }
                    }

                    @Override
                    public void channelInactive(ChannelHandlerContext context) {
                        roomAgain();
                    }
                })
                .connect(peerPort)
                .addListener((ChannelFuture connecting) -> {
                    if (connecting.isSuccess()) {
                        connecting.channel().writeAndFlush(Unpooled.wrappedBuffer(greeting.bytes()));
                        channel.complete(connecting.channel());
                    } else {
                        channel.completeExceptionally(connecting.cause());
                    }
                });
    }

    NodeId to() {
        return to;
    }

    /** Sends the frame; completes when it is written, fails when it cannot be. */
    CompletableFuture<Void> send(Frame frame) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        inTurn(open -> open.writeAndFlush(Unpooled.wrappedBuffer(frame.bytes())).addListener(writing -> {
                    if (writing.isSuccess()) {
                        written.complete(null);
                    } else {
                        written.completeExceptionally(writing.cause());
                    }
                }))
                .whenComplete((open, failure) -> {
                    if (failure != null) {
                        written.completeExceptionally(failure);
                    }
                });
        return written;
    }

    /** Does this once the connection stands, after all that was asked for before. */
    private synchronized CompletableFuture<Channel> inTurn(Consumer<Channel> work) {
        // What hangs on one future itself is done in no certain order, so each hangs on the one before.
        last = last.thenApply(open -> {
            work.accept(open);
            return open;
        });
        return last;
    }

    /** Hands the bytes to the connection, to leave with the next {@link #flush}. */
    void write(byte[] frame) {
        inTurn(open -> open.write(Unpooled.wrappedBuffer(frame), open.voidPromise()));
    }

    /** Whether the destination takes what it is sent. */
    boolean hasRoom() {
        return !channel.isDone() || isLost() || channel.join().isWritable();
    }

    /** Runs {@code then} on the event loop when the destination takes more, or is gone. */
    void whenRoom(Runnable then) {
        if (hasRoom()) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    private void roomAgain() {
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    void flush() {
        inTurn(Channel::flush);
    }

    /** Whether the connection cannot be had or was closed. */
    boolean isLost() {
        return channel.isCompletedExceptionally()
                || (channel.isDone() && !channel.join().isActive());
    }

    /**
     * Sends nothing more. The destination closes the connection when it has taken in all that was sent before.
     *
     * @return completes when it has
     */
    CompletableFuture<Void> finish() {
        CompletableFuture<Void> finished = new CompletableFuture<>();
        inTurn(open -> {
                    open.closeFuture().addListener(closed -> finished.complete(null));
                    open.flush();
                    ((DuplexChannel) open).shutdownOutput();
                })
                .exceptionally(failure -> {
                    finished.complete(null);
                    return null;
                });
        return finished;
    }

    void close() {
        channel.thenAccept(Channel::close);
    }
}
