package sosad.node.peer;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
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
        return AcceptFaults.listening(loop, NAME, accepted -> {
                    KeepAlive.on(accepted);
                    FrameDecoder.addTo(accepted.pipeline());
                    accepted.pipeline().addLast(new PeerReceiver(host, links, callers, secret, refusals));
                })
                .bind(address);
    }
}
