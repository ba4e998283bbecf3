package sosad.node.control;

import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Report.Sent;
import sosad.node.net.Reason;
import sosad.wire.ControlCodec;
import sosad.wire.MalformedException;
import sosad.wire.WireLimits;

/** Takes the app's commands, one line each; every one is answered. */
public abstract class CommandLines extends SimpleChannelInboundHandler<ByteBuf> {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);

    private final ReportStream reports;
    private boolean isEnding;

    /** @param reports takes the answers */
    protected CommandLines(ReportStream reports) {
        this.reports = reports;
    }

    @Override
    protected final void channelRead0(ChannelHandlerContext context, ByteBuf line) {
        if (isEnding) {
            return;
        }
        byte[] bytes = ByteBufUtil.getBytes(line);
        try {
            carryOut(context, ControlCodec.command(bytes));
        } catch (MalformedException e) {
            OptionalLong id = ControlCodec.idOf(bytes);
            if (id.isPresent()) {
                reports.report(seq -> new Report.Failed(seq, id.getAsLong(), e.getMessage()));
            } else {
                endWith(e.getMessage());
            }
        }
    }

    /** Ends a connection whose sender does not speak this protocol, after a reply. */
    private void endWith(String reason) {
        LOG.warn("refused on the control connection: {}", reason);
        isEnding = true;
        reports.last(seq -> new Report.Failed(seq, Report.Failed.NO_COMMAND, reason));
    }

    /** Carries a command out and answers it. */
    protected abstract void carryOut(ChannelHandlerContext context, Command command);

    /** Answers with {@link Report.Done} after the work, or with {@link Report.Failed} if that cannot be done. */
    protected final void obey(Command command, Runnable work) {
        answer(command, () -> {
            work.run();
            return List.of();
        });
    }

    /** Obeys like {@link #obey}, for work that returns the messages it caused. */
    protected final void answer(Command command, Supplier<List<Sent>> work) {
        LongFunction<Report> reply;
        try {
            List<Sent> sent = work.get();
            reply = seq -> new Report.Done(seq, command.id(), sent);
        } catch (IllegalArgumentException | IllegalStateException e) {
            reply = seq -> new Report.Failed(seq, command.id(), e.getMessage());
        }
        reports.report(reply);
    }

    /** Answers a command that is none for this kind of process. */
    protected final void refuse(Command command, String reason) {
        reports.report(seq -> new Report.Failed(seq, command.id(), reason));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        boolean writable = context.channel().isWritable();
        context.channel().config().setAutoRead(writable);
        reports.sayWhatWasMissed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TooLongFrameException && !isEnding) {
            endWith(format("a line has at most %,d bytes", WireLimits.LINE_BYTES));
            return;
        }
        if (cause instanceof IOException) {
            LOG.debug("a control connection was lost: {}", cause.getMessage());
        } else {
            LOG.warn("control connection: {}", Reason.of(cause));
        }
        context.close();
    }
}
