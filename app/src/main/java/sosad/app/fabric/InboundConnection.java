package sosad.app.fabric;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.model.Link;
import sosad.wire.Frame;
import sosad.wire.FrameAssembler;
import sosad.wire.FrameKind;
import sosad.wire.GreetingAnswer;
import sosad.wire.MalformedException;
import sosad.wire.WireLimits;

/** The entry of a link into the network: admits the sender by its greeting, then reads its messages. */
final class InboundConnection extends SimpleChannelInboundHandler<ByteBuf> {
    private static final Logger LOG = LoggerFactory.getLogger(InboundConnection.class);
    private static final int GREETING_SECONDS = 5;

    private final Fabric fabric;
    private FrameAssembler frames;
    private Link link; // null until the greeting
    private LiveConnection connection; // null in step mode
    private Future<?> greetingDeadline;

    InboundConnection(Fabric fabric) {
        this.fabric = fabric;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        frames = new FrameAssembler(WireLimits.FRAME_BYTES, bytes -> take(context, bytes));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        greetingDeadline = context.executor().schedule(() -> context.close(), GREETING_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        try {
            frames.feed(bytes.nioBuffer());
        } catch (MalformedException e) {
            refuse(context, e);
        }
    }

    private void take(ChannelHandlerContext context, byte[] bytes) {
        if (!context.channel().isOpen()) {
            return; // closed since these bytes were read
        }
        try {
            Frame frame = Frame.parse(bytes);
            if (link == null) {
                greet(frame, context.channel());
            } else if (frame.kind() == FrameKind.GREETING
                    || !frame.from().equals(link.from())
                    || !frame.to().equals(link.to())) {
                throw new MalformedException("the frame %s on the link from %s".formatted(frame, link));
            } else if (isLive()) {
                connection.arrived(frame);
            } else {
                fabric.hold(frame);
            }
        } catch (MalformedException e) {
            refuse(context, e);
        }
    }

    private static void refuse(ChannelHandlerContext context, MalformedException e) {
        LOG.debug("refused by the network: {}", e.getMessage()); // such as what a killed node had still dialled
        context.close();
    }

    private void greet(Frame frame, Channel channel) throws MalformedException {
        if (!fabric.admits(frame)) {
            throw new MalformedException("a greeting from %s with a wrong secret".formatted(frame.from()));
        }
        greetingDeadline.cancel(false);
        link = new Link(frame.from(), frame.to());
        fabric.traffic()
                .ifPresentOrElse(traffic -> goLive(traffic, channel), () -> channel.writeAndFlush(welcome(frame)));
    }

    /** Returns what the sender of a greeting is answered when its messages are taken. */
    static ByteBuf welcome(Frame greeting) {
        return Unpooled.wrappedBuffer(
                GreetingAnswer.WELCOME.frame(greeting.to(), greeting.from()).bytes());
    }

    /** Lets incoming messages pass, if the greeting has arrived. */
    void goLive(LiveTraffic traffic, Channel channel) {
        if (link != null) {
            connection = traffic.open(link, channel).orElse(null);
        }
    }

    private boolean isLive() {
        return connection != null && !connection.isReleased();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isLive()) {
            connection.flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        greetingDeadline.cancel(false);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("the link from {} failed: {}", link, cause.getMessage());
        context.close();
    }
}
