package sosad.node.control;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Sent;
import sosad.node.drive.Drive;
import sosad.wire.ControlCodec;
import sosad.wire.MalformedException;

/** Carries out a control program's commands, one line each, and answers every one. */
final class CommandHandler extends SimpleChannelInboundHandler<ByteBuf> {
    private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);

    private final Drive drive;
    private final Reporter reporter;
    private final LongFunction<Report.Ready> ready;
    private final Runnable stop;
    private final StatePages pages;

    CommandHandler(Drive drive, Reporter reporter, LongFunction<Report.Ready> ready, Runnable stop) {
        this.drive = drive;
        this.reporter = reporter;
        this.ready = ready;
        this.stop = stop;
        this.pages = new StatePages(drive.replica(), drive.clock());
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
        drive.watch(reporter);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        drive.unwatch(reporter);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
        try {
            carryOut(context, ControlCodec.command(ByteBufUtil.getBytes(line)));
        } catch (MalformedException e) {
            LOG.warn("refused on the control connection: {}", e.getMessage());
            context.close();
        }
    }

    private void carryOut(ChannelHandlerContext context, Command command) {
        if (command instanceof Command.SetTime set) {
            obey(set, () -> drive.clock().set(set.time()));
        } else if (command instanceof Command.Push push) {
            answer(push, () -> drive.push(push.to()));
        } else if (command instanceof Command.Sync sync) {
            answer(sync, () -> drive.sync(sync.to(), sync.keys()));
        } else if (command instanceof Command.Read read) {
            reporter.report(seq -> pages.page(seq, read));
        } else if (command instanceof Command.GoLive go) {
            obey(go, () -> drive.goLive(go.live()));
        } else if (command instanceof Command.Freeze freeze) {
            obey(freeze, drive::freeze);
        } else if (command instanceof Command.EndReads end) {
            obey(end, drive::endReads);
        } else if (command instanceof Command.Watch watch) {
            obey(watch, () -> watch(watch.events()));
        } else {
            answer(command, List::of);
            context.channel().eventLoop().execute(stop);
        }
    }

    private void watch(boolean events) {
        if (events) {
            drive.watch(reporter);
        } else {
            drive.unwatch(reporter);
        }
    }

    private void obey(Command command, Runnable work) {
        answer(command, () -> {
            work.run();
            return List.of();
        });
    }

    private void answer(Command command, Supplier<List<Sent>> work) {
        LongFunction<Report> reply;
        try {
            List<Sent> sent = work.get();
            reply = seq -> new Report.Done(seq, command.id(), sent);
        } catch (IllegalArgumentException | IllegalStateException e) {
            reply = seq -> new Report.Failed(seq, command.id(), e.getMessage());
        }
        reporter.report(reply);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        boolean writable = context.channel().isWritable();
        context.channel().config().setAutoRead(writable);
        reporter.sayWhatWasMissed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.warn("control connection: {}", cause.getMessage());
        context.close();
    }
}
