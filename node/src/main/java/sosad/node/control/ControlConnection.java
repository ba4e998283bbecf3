package sosad.node.control;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.net.InetSocketAddress;
import java.util.function.Function;
import java.util.function.LongFunction;
import sosad.message.Report;
import sosad.node.host.NodeHost;
import sosad.wire.WireLimits;

/** Dials the app, says that this process is up, then carries out commands and reports what happens. */
public final class ControlConnection {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    /** The backlog at which events are left out and commands wait. */
    static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(4 << 20, 8 << 20);

    private ControlConnection() {}

    /**
     * Opens the connection of a node.
     *
     * @param ready makes the first report
     * @return succeeds when the connection stands; its channel closes when the app goes away
     */
    public static ChannelFuture open(
            EventLoopGroup loop,
            InetSocketAddress app,
            NodeHost host,
            LongFunction<Report.Ready> ready,
            Runnable stop) {
        return open(loop, app, channel -> new CommandHandler(host, new Reporter(channel, host), ready, stop));
    }

    /**
     * Opens the connection of something else than a node.
     *
     * @param commands makes what takes the commands, and says first that the process is up
     * @return as above
     */
    public static ChannelFuture open(
            EventLoopGroup loop, InetSocketAddress app, Function<Channel, CommandLines> commands) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new LineBasedFrameDecoder(WireLimits.LINE_BYTES, true, true),
                                        commands.apply(channel));
                    }
                })
                .connect(app);
    }
}
