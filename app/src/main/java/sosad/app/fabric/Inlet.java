package sosad.app.fabric;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.MalformedException;

/** Where a link enters the network: admits the sender by its greeting, then takes in its messages. */
final class Inlet extends SimpleChannelInboundHandler<byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(Inlet.class);
    private static final int GREETING_SECONDS = 5;

    private final Fabric fabric;
    private NodeId from;
    private NodeId to;
    private Future<?> greetingDeadline;

    Inlet(Fabric fabric) {
        this.fabric = fabric;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        greetingDeadline = context.executor().schedule(() -> context.close(), GREETING_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, byte[] bytes) {
        try {
            Frame frame = Frame.parse(bytes);
            if (from == null) {
                greet(frame);
            } else if (frame.kind() == FrameKind.GREETING
                    || !frame.from().equals(from)
                    || !frame.to().equals(to)) {
                throw new MalformedException("the frame %s on the link from %s to %s".formatted(frame, from, to));
            } else {
                fabric.arrived(frame, context.channel());
            }
        } catch (MalformedException e) {
            LOG.warn("refused by the network: {}", e.getMessage());
            context.close();
        }
    }

    private void greet(Frame frame) throws MalformedException {
        if (!fabric.admits(frame)) {
            throw new MalformedException("a greeting from %s with a wrong secret".formatted(frame.from()));
        }
        greetingDeadline.cancel(false);
        from = frame.from();
        to = frame.to();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        fabric.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        greetingDeadline.cancel(false);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("the link from {} to {} failed: {}", from, to, cause.getMessage());
        context.close();
    }
}
