package sosad.node.peer;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.InquiryMessage;
import sosad.message.PeerMessage;
import sosad.model.NodeId;
import sosad.node.host.Links;
import sosad.node.host.NodeHost;
import sosad.node.net.Reason;
import sosad.node.net.RefusalLog;
import sosad.node.net.SocketText;
import sosad.protocol.Received;
import sosad.protocol.Update;
import sosad.wire.Frame;
import sosad.wire.GreetingAnswer;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/**
 * The receiving end of a link: first a greeting that proves the secret, which is answered, then messages. A frame that
 * is not what it should be is refused, reported and skipped. A peer that is not let in is told why and, when it has had
 * the time to read that, disconnected.
 */
final class PeerReceiver extends SimpleChannelInboundHandler<byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(PeerReceiver.class);
    private static final int GREETING_SECONDS = 5;

    /** The time that a refused peer has to hang up; data it has sent meanwhile would otherwise destroy the answer. */
    private static final int LEAVE_SECONDS = 2;

    private final NodeHost host;
    private final Links links;
    private final Callers callers;
    private final String secret;
    private final RefusalLog refusals;
    private NodeId sender;
    private OptionalLong start = OptionalLong.empty();
    private boolean hasStraggled;
    private boolean isWaiting;
    private Future<?> deadline;

    PeerReceiver(NodeHost host, Links links, Callers callers, String secret, RefusalLog refusals) {
        this.host = host;
        this.links = links;
        this.callers = callers;
        this.secret = secret;
        this.refusals = refusals;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        closeAfter(context, GREETING_SECONDS);
    }

    private void closeAfter(ChannelHandlerContext context, int seconds) {
        deadline = context.executor().schedule(() -> context.close(), seconds, TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, byte[] bytes) {
        try {
            Frame frame = Frame.parse(bytes);
            if (sender == null) {
                greet(context, frame);
            } else {
                receive(frame);
            }
        } catch (MalformedException e) {
            refuse(context, e.getMessage());
        }
    }

    private void greet(ChannelHandlerContext context, Frame frame) throws MalformedException {
        NodeId here = host.replica().id();
        if (!PeerCodec.proves(frame, secret)) {
            turnAway(context, frame, "a greeting with a wrong secret", "its secret is different");
        } else if (!frame.to().equals(here)) {
            turnAway(
                    context,
                    frame,
                    "%s looks for %s here, but this is %s".formatted(frame.from(), frame.to(), here),
                    "it is %s, not %s".formatted(here, frame.to()));
        } else if (!host.replica().peers().contains(frame.from())) {
            turnAway(
                    context,
                    frame,
                    "%s is not a peer of %s (--peer)".formatted(frame.from(), here),
                    "%s is not one of its peers (--peer)".formatted(frame.from()));
        } else {
            letIn(context, frame);
        }
    }

    private void letIn(ChannelHandlerContext context, Frame greeting) {
        deadline.cancel(false);
        sender = greeting.from();
        links.with(sender).peerCame(PeerCodec.isToldOfStores(greeting));
        start = PeerCodec.start(greeting);
        start.ifPresent(number -> callers.greeted(sender, number, context.channel()));
        host.engine().greeted(sender, PeerCodec.isToldOfStores(greeting));
        refusals.admitted(context.channel().remoteAddress());
        answer(context, greeting, GreetingAnswer.WELCOME);
        FrameDecoder.letIn(context.pipeline());
    }

    /** @param answer the reason as the other side gets it */
    private void turnAway(ChannelHandlerContext context, Frame greeting, String reason, String answer) {
        host.traffic().refused();
        refusals.refused(context.channel().remoteAddress(), reason, reason);
        deadline.cancel(false);
        FrameDecoder.turnAway(context.pipeline());
        answer(context, greeting, GreetingAnswer.refusal(answer));
        closeAfter(context, LEAVE_SECONDS);
    }

    private static void answer(ChannelHandlerContext context, Frame greeting, GreetingAnswer answer) {
        byte[] bytes = answer.frame(greeting.to(), greeting.from()).bytes();
        context.writeAndFlush(Unpooled.wrappedBuffer(bytes), context.voidPromise());
    }

    private void receive(Frame frame) throws MalformedException {
        if (!frame.from().equals(sender) || !frame.to().equals(host.replica().id())) {
            throw new MalformedException(
                    "a message from %s to %s on the link from %s".formatted(frame.from(), frame.to(), sender));
        }
        if (frame.kind().isInquiry()) {
            InquiryMessage message = PeerCodec.decodeInquiry(frame);
            host.traffic().received(message, frame);
            host.comesIn(frame);
            host.engine().hear(message);
        } else {
            PeerMessage message = PeerCodec.decode(frame);
            host.traffic().received(message, frame);
            host.comesIn(frame);
            notice(message.update(), host.engine().receive(message));
        }
    }

    /** A straggler from the very process that opened the connection is none: its store id is too small. */
    private void notice(Update update, Received received) {
        boolean isOfItsSender = update.storeCheck()
                .stage()
                .filter(stage -> start.equals(OptionalLong.of(stage.start())))
                .isPresent();
        if (received.status() == Received.SenderStatus.STRAGGLER && isOfItsSender && !hasStraggled) {
            hasStraggled = true;
            LOG.warn(
                    "{} sends as store id {} after {}: its clock has gone back. Until it "
                            + "begins a greater one, as it has been told to, its messages count as late",
                    sender,
                    update.storeId(),
                    host.replica().saved(sender).storeId());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (host.isBehind() && !isWaiting) {
            waitForTheDisk(context);
        }
    }

    /** Reads on only when what came in before has not got too far ahead of the disk. */
    private void waitForTheDisk(ChannelHandlerContext context) {
        isWaiting = true;
        context.channel().config().setAutoRead(false);
        host.whenDurable(() -> {
            isWaiting = false;
            if (host.isBehind()) {
                waitForTheDisk(context);
            } else {
                context.channel().config().setAutoRead(true);
            }
        });
    }

    private void refuse(ChannelHandlerContext context, String reason) {
        host.traffic().refused();
        if (sender == null) {
            refusals.refused(context.channel().remoteAddress(), "no greeting", reason);
            FrameDecoder.turnAway(context.pipeline()); // or the next frame of the same bytes would be read
            context.close();
        } else {
            refusals.refused(context.channel().remoteAddress(), "a frame of " + sender, reason);
            host.refuse("from %s: %s".formatted(sender, reason));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline.cancel(false);
        if (sender != null) {
            links.with(sender).peerLeft();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug(
                    "the link from {} is lost: {}",
                    SocketText.of(context.channel().remoteAddress()),
                    cause.getMessage());
        } else {
            refuse(context, Reason.of(cause));
        }
        context.close();
    }
}
