package sosad.node.control;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.function.LongFunction;
import sosad.message.Report;
import sosad.node.host.NodeHost;
import sosad.node.net.AcceptFaults;
import sosad.node.net.KeepAlive;
import sosad.node.net.RefusalLog;

/** The port at which programs that know the secret steer and watch the node, as many at once as like. */
public final class ControlPort {
    private static final String NAME = "control";

    private ControlPort() {}

    /**
     * Listens at {@code address}.
     *
     * @param secret what a program must prove before anything else is read from it
     * @param ready makes the first report of a connection
     * @param stop ends the node
     */
    public static ChannelFuture bind(
            EventLoopGroup loop,
            InetSocketAddress address,
            NodeHost host,
            String secret,
            LongFunction<Report.Ready> ready,
            Runnable stop) {
        RefusalLog refusals = new RefusalLog(NAME, loop.next().ticker());
        return AcceptFaults.listening(loop, NAME, accepted -> {
                    KeepAlive.on(accepted);
                    CommandHandler handler = new CommandHandler(host, new Reporter(accepted, host), ready, stop);
                    ProofHandler.addTo(accepted.pipeline(), secret, handler, refusals);
                })
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, ControlConnection.WATER_MARK)
                .bind(address);
    }
}
