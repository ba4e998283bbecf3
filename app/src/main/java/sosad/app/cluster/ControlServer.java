package sosad.app.cluster;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.app.fabric.AcceptRetry;
import sosad.message.Report;
import sosad.wire.ControlCodec;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;
import sosad.wire.WireLimits;

/**
 * The port that nodes dial. A connection belongs to the start whose secret its first report proves; anything else is
 * closed.
 */
final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Map<String, ControlLink> expected = new ConcurrentHashMap<>();
    private final Channel server;

    ControlServer(EventLoopGroup loop) {
        server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .handler(new AcceptRetry())
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel accepted) {
                        accepted.pipeline()
                                .addLast(new LineBasedFrameDecoder(WireLimits.LINE_BYTES, true, true), new Reports());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Assigns connections that prove {@code secret} to {@code link} from now on. */
    void expect(String secret, ControlLink link) {
        expected.put(secret, link);
    }

    /** The start with this secret is over. */
    void forget(String secret) {
        expected.remove(secret);
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
    }

    private final class Reports extends SimpleChannelInboundHandler<ByteBuf> {
        private ControlLink link;

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
            try {
                Report report = ControlCodec.report(ByteBufUtil.getBytes(line));
                if (link != null) {
                    link.reported(report);
                } else {
                    greet(context, report);
                }
            } catch (MalformedException e) {
                LOG.warn("refused on a control connection: {}", e.getMessage());
                context.close();
            }
        }

        private void greet(ChannelHandlerContext context, Report report) throws MalformedException {
            if (!(report instanceof Report.Ready ready)) {
                throw new MalformedException("a control connection begins with a ready report");
            }
            Optional<ControlLink> found = expected.entrySet().stream()
                    .filter(start -> PeerCodec.sameSecret(ready.secret(), start.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            link = found.orElseThrow(() -> new MalformedException("a control connection with a wrong secret"));
            link.opened(context.channel(), ready);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (link != null) {
                link.closed();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.debug("a control connection failed: {}", cause.getMessage());
            context.close();
        }
    }
}
