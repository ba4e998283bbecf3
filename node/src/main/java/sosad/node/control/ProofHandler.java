package sosad.node.control;

import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sosad.node.net.Reason;
import sosad.node.net.RefusalLog;
import sosad.wire.ControlCodec;
import sosad.wire.MalformedException;
import sosad.wire.WireLimits;

/** Lets a program in that proves the secret in its first line, soon; ends the connection of any other. */
final class ProofHandler extends SimpleChannelInboundHandler<ByteBuf> {
    private static final int PROOF_SECONDS = 5;
    private static final String LINES = "lines";
    private static final String WRONG_SECRET = "a wrong secret";
    private static final String NO_PROOF = "no proof";

    private final String secret;
    private final CommandHandler handler;
    private final RefusalLog refusals;
    private Future<?> deadline;
    private boolean isRefused;

    private ProofHandler(String secret, CommandHandler handler, RefusalLog refusals) {
        this.secret = secret;
        this.handler = handler;
        this.refusals = refusals;
    }

    /** Reads lines from now on, at first short ones; {@code handler} gets those after the proof. */
    static void addTo(ChannelPipeline pipeline, String secret, CommandHandler handler, RefusalLog refusals) {
        pipeline.addLast(LINES, new LineBasedFrameDecoder(WireLimits.PROOF_BYTES, true, true));
        pipeline.addLast(new ProofHandler(secret, handler, refusals));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        deadline = context.executor()
                .schedule(
                        () -> refuse(context, "silence", format("no proof within %d s", PROOF_SECONDS)),
                        PROOF_SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
        if (isRefused) {
            return; // it came with the line that was refused
        }
        try {
            if (!ControlCodec.proves(ByteBufUtil.getBytes(line), secret)) {
                refuse(context, WRONG_SECRET, WRONG_SECRET);
                return;
            }
            deadline.cancel(false);
            refusals.admitted(context.channel().remoteAddress());
            ChannelPipeline pipeline = context.pipeline();
            pipeline.replace(this, null, handler);
            pipeline.replace(LINES, LINES, new LineBasedFrameDecoder(WireLimits.LINE_BYTES, true, true));
        } catch (MalformedException e) {
            refuse(context, NO_PROOF, e.getMessage());
        }
    }

    /** @param kind the same for reasons that differ in details alone */
    private void refuse(ChannelHandlerContext context, String kind, String reason) {
        if (!isRefused) {
            isRefused = true;
            refusals.refused(context.channel().remoteAddress(), kind, reason);
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline.cancel(false);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            refuse(context, NO_PROOF, format("a first line of more than %,d bytes", WireLimits.PROOF_BYTES));
        } else if (cause instanceof IOException) {
            context.close(); // it has hung up
        } else {
            refuse(context, NO_PROOF, Reason.of(cause));
        }
    }
}
