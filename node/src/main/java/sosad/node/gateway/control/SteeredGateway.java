package sosad.node.gateway.control;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.List;
import sosad.message.Command;
import sosad.message.GatewayLaunch;
import sosad.message.Report;
import sosad.node.control.CommandLines;
import sosad.node.control.ControlConnection;
import sosad.node.control.ReportStream;
import sosad.node.gateway.Gateway;
import sosad.node.gateway.GatewayWatcher;
import sosad.node.host.Durability;

/** A gateway as the app sees it: it says when it is up, reports what it does, and learns where its backends are. */
public final class SteeredGateway {
    private final GatewayLaunch launch;
    private final GatewayReports reports = new GatewayReports();

    public SteeredGateway(GatewayLaunch launch) {
        this.launch = launch;
    }

    /** Returns what the gateway must be started with. */
    public GatewayWatcher watcher() {
        return reports;
    }

    /**
     * Dials the app.
     *
     * @param loop the gateway's own
     * @param gateway listens already
     * @param stop called when the app says so
     * @return succeeds when the connection stands; its channel closes when the app goes away
     */
    public ChannelFuture dial(EventLoopGroup loop, Gateway gateway, Runnable stop) {
        InetSocketAddress app =
                new InetSocketAddress(launch.control().host(), launch.control().port());
        return ControlConnection.open(loop, app, channel -> new Commands(channel, gateway, stop));
    }

    private final class Commands extends CommandLines {
        private final ReportStream stream;
        private final Gateway gateway;
        private final Runnable stop;

        Commands(Channel channel, Gateway gateway, Runnable stop) {
            this(new ReportStream(channel, Durability.ALWAYS), gateway, stop);
        }

        private Commands(ReportStream stream, Gateway gateway, Runnable stop) {
            super(stream);
            this.stream = stream;
            this.gateway = gateway;
            this.stop = stop;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            long pid = ProcessHandle.current().pid();
            int port = gateway.address().getPort();
            stream.report(seq -> new Report.Ready(seq, launch.secret(), launch.id(), pid, port, 0, List.of()));
            reports.begin(stream);
        }

        @Override
        protected void carryOut(ChannelHandlerContext context, Command command) {
            if (command instanceof Command.SetBackend set) {
                obey(set, () -> gateway.setBackend(set.backend(), set.address()));
            } else if (command instanceof Command.Read read) {
                // It holds nothing; the app asks in order to hear from it.
                stream.report(seq -> new Report.Page(seq, read.id(), 0, List.of(), List.of(), 0, 0, 0));
            } else if (command instanceof Command.Watch watch) {
                obey(watch, () -> reports.tellOfRequests(watch.events()));
            } else if (command instanceof Command.Stop) {
                answer(command, List::of);
                context.channel().eventLoop().execute(stop);
            } else {
                refuse(command, "a gateway has no store and no peers");
            }
        }
    }
}
