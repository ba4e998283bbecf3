package sosad.node.control;

import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import java.util.function.LongFunction;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Report.Sent;
import sosad.node.host.NodeHost;

/** Carries out the app's commands to a node. */
final class CommandHandler extends CommandLines {
    private final NodeHost host;
    private final Reporter reporter;
    private final LongFunction<Report.Ready> ready;
    private final Runnable stop;
    private final StatePages pages;

    CommandHandler(NodeHost host, Reporter reporter, LongFunction<Report.Ready> ready, Runnable stop) {
        super(reporter);
        this.host = host;
        this.reporter = reporter;
        this.ready = ready;
        this.stop = stop;
        this.pages = new StatePages(host.replica(), host.engine().clock());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            begin();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin();
    }

    private void begin() {
        reporter.report(ready::apply);
        host.watch(reporter);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        host.unwatch(reporter);
    }

    @Override
    protected void carryOut(ChannelHandlerContext context, Command command) {
        if (command instanceof Command.SetTime set) {
            obey(set, () -> host.engine().clock().set(set.time()));
        } else if (command instanceof Command.Push push) {
            answer(push, () -> host.engine().push(push.to()));
        } else if (command instanceof Command.Sync sync) {
            answer(sync, () -> host.engine().sync(sync.to(), sync.keys()));
        } else if (command instanceof Command.Read read) {
            reporter.report(seq -> pages.page(seq, read));
        } else if (command instanceof Command.GoLive go) {
            obey(go, () -> host.engine().goLive(go.live()));
        } else if (command instanceof Command.Freeze freeze) {
            answer(freeze, this::freeze);
        } else if (command instanceof Command.Skew skew) {
            obey(skew, () -> host.engine().clock().skew(skew.skewMillis()));
        } else if (command instanceof Command.Drift drift) {
            obey(drift, () -> host.engine().clock().drift(drift.partsPerMillion()));
        } else if (command instanceof Command.SetDisk set) {
            obey(set, () -> host.setDisk(set.fault()));
        } else if (command instanceof Command.EndReads end) {
            obey(end, host.engine()::endReads);
        } else if (command instanceof Command.Watch watch) {
            obey(watch, () -> watch(watch.events()));
        } else if (command instanceof Command.SetBackend set) {
            refuse(set, "a node has no backends");
        } else {
            answer(command, List::of);
            context.channel().eventLoop().execute(stop);
        }
    }

    private List<Sent> freeze() {
        host.engine().freeze();
        return host.engine().lastSent();
    }

    private void watch(boolean events) {
        if (events) {
            host.watch(reporter);
        } else {
            host.unwatch(reporter);
        }
    }
}
