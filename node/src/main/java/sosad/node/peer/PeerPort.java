package sosad.node.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import sosad.node.drive.Drive;

/** The port at which peers deliver their messages. */
public final class PeerPort {
    private PeerPort() {}

    /**
     * Listens at {@code address}.
     *
     * @param secret what a peer must prove before anything else is read from it
     */
    public static ChannelFuture bind(EventLoopGroup loop, InetSocketAddress address, Drive drive, String secret) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel accepted) {
                        accepted.pipeline().addLast(new FrameDecoder(), new PeerReceiver(drive, secret));
                    }
                })
                .bind(address);
    }
}
