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
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import sosad.model.NodeId;
import sosad.wire.Frame;

/**
 * The exit of a link from the network in step mode: the connection to the destination's peer port, opened when first
 * needed.
 */
final class OutboundConnection {
    private final NodeId to;
    private final CompletableFuture<Channel> channel = new CompletableFuture<>();
    private CompletableFuture<Channel> last = channel;

    OutboundConnection(EventLoopGroup loop, NodeId to, InetSocketAddress peerPort, Frame greeting) {
        this.to = to;
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new PeerAnswers())
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
    CompletableFuture<Void> send(byte[] frame) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        inTurn(open -> open.writeAndFlush(Unpooled.wrappedBuffer(frame)).addListener(writing -> {
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

    /** Does this once the connection stands, after everything requested earlier. */
    private synchronized CompletableFuture<Channel> inTurn(Consumer<Channel> work) {
        // What hangs on one future itself is done in no certain order, so each hangs on the one before.
        last = last.thenApply(open -> {
            work.accept(open);
            return open;
        });
        return last;
    }

    /** Returns whether the connection could not be made or was closed. */
    boolean isLost() {
        return channel.isCompletedExceptionally()
                || (channel.isDone() && !channel.join().isActive());
    }

    /**
     * Sends nothing more. The destination closes the connection when it has read everything sent before.
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

    /**
     * At the app's end of a connection to a node's peer port: what the node answers to a greeting is not needed here.
     */
    static class PeerAnswers extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object answer) {
            ReferenceCountUtil.release(answer);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close(); // a reset by the destination ends the connection like any other end
        }
    }
}
