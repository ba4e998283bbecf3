package sosad.node.control;

import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import sosad.engine.Engine;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Report.Sent;
import sosad.model.ByType;
import sosad.node.host.NodeHost;

/** Carries out the app's commands to a node. */
final class CommandHandler extends CommandLines {
    /** Carries a command out that came in this context. */
    private interface Work {
        void by(CommandHandler handler, ChannelHandlerContext context);
    }

    private static final ByType<Command, Work> COMMANDS = new ByType<Command, Work>()
            .on(Command.SetTime.class, set -> toEngine(set, engine -> engine.setTime(set.time())))
            .on(Command.Push.class, push -> sending(push, engine -> engine.push(push.to())))
            .on(Command.Sync.class, sync -> sending(sync, engine -> engine.sync(sync.to(), sync.keys())))
            .on(Command.Read.class, read -> (by, context) -> by.reporter.report(seq -> by.pages.page(seq, read)))
            .on(Command.GoLive.class, go -> (by, context) -> by.obey(go, () -> by.goLive(go)))
            .on(Command.Freeze.class, freeze -> sending(freeze, CommandHandler::freeze))
            .on(Command.Skew.class, skew -> toEngine(skew, engine -> engine.skew(skew.skewMillis())))
            .on(Command.Drift.class, drift -> toEngine(drift, engine -> engine.drift(drift.partsPerMillion())))
            .on(Command.SetDisk.class, set -> (by, context) -> by.obey(set, () -> by.host.setDisk(set.fault())))
            .on(Command.EndReads.class, end -> toEngine(end, Engine::endReads))
            .on(Command.EndRecord.class, end -> (by, context) -> by.host.endRecord(() -> by.obey(end, () -> {})))
            .on(Command.Watch.class, watch -> (by, context) -> by.obey(watch, () -> by.watch(watch.events())))
            .on(Command.SetBackend.class, set -> (by, context) -> by.refuse(set, "a node has no backends"))
            .on(Command.Stop.class, stop -> (by, context) -> by.stop(stop, context))
            .all(Command.class);

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
        COMMANDS.of(command).by(this, context);
    }

    private static Work toEngine(Command command, Consumer<Engine> work) {
        return (by, context) -> by.obey(command, () -> work.accept(by.host.engine()));
    }

    private static Work sending(Command command, Function<Engine, List<Sent>> work) {
        return (by, context) -> by.answer(command, () -> work.apply(by.host.engine()));
    }

    private void goLive(Command.GoLive go) {
        go.record().ifPresent(host::recordTo);
        host.engine().goLive(go.live());
    }

    private void stop(Command command, ChannelHandlerContext context) {
        answer(command, List::of);
        context.channel().eventLoop().execute(stop);
    }

    private static List<Sent> freeze(Engine engine) {
        engine.freeze();
        return engine.lastSent();
    }

    private void watch(boolean events) {
        if (events) {
            host.watch(reporter);
        } else {
            host.unwatch(reporter);
        }
    }
}
