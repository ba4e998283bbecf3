package sosad.app.fabric;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import sosad.model.NodeId;
import sosad.wire.Frame;

/** Where a link leaves the network: the connection to the destination's peer port, opened when first needed. */
final class Outlet {
    private final NodeId to;
    private final CompletableFuture<Channel> channel = new CompletableFuture<>();

    Outlet(EventLoopGroup loop, NodeId to, InetSocketAddress peerPort, Frame greeting) {
        this.to = to;
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInboundHandlerAdapter())
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

    CompletableFuture<Void> send(Frame frame) {
        return channel.thenCompose(open -> {
            CompletableFuture<Void> written = new CompletableFuture<>();
            open.writeAndFlush(Unpooled.wrappedBuffer(frame.bytes())).addListener(writing -> {
                if (writing.isSuccess()) {
                    written.complete(null);
                } else {
                    written.completeExceptionally(writing.cause());
                }
            });
            return written;
        });
    }

    void close() {
        channel.thenAccept(Channel::close);
    }
}
