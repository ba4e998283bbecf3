package sosad.node.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import sosad.node.host.Links;
import sosad.node.host.NodeHost;
import sosad.node.net.AcceptFaults;
import sosad.node.net.KeepAlive;
import sosad.node.net.RefusalLog;

/** The port at which peers deliver their messages. */
public final class PeerPort {
    private static final String NAME = "peer";

    private PeerPort() {}

    /**
     * Listens at {@code address}.
     *
     * @param links told which peers are connected
     * @param secret what a peer must prove before anything else is read from it
     */
    public static ChannelFuture bind(
            EventLoopGroup loop, InetSocketAddress address, NodeHost host, Links links, String secret) {
        RefusalLog refusals = new RefusalLog(NAME, loop.next().ticker());
        Callers callers = new Callers(links);
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .handler(new AcceptFaults(NAME))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel accepted) {
                        KeepAlive.on(accepted);
                        FrameDecoder.addTo(accepted.pipeline());
                        accepted.pipeline().addLast(new PeerReceiver(host, links, callers, secret, refusals));
                    }
                })
                .bind(address);
    }
}
