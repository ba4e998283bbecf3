package sosad.node.peer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.InquiryMessage;
import sosad.message.PeerMessage;
import sosad.model.NodeId;
import sosad.node.drive.Drive;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/**
 * The receiving end of a link: first a greeting that proves the secret, then messages. A frame that is not what it
 * should be is refused, reported and skipped; what comes without the secret ends the connection.
 */
final class PeerReceiver extends SimpleChannelInboundHandler<byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(PeerReceiver.class);
    private static final int GREETING_SECONDS = 5;

    private final Drive drive;
    private final String secret;
    private NodeId sender;
    private boolean isWaiting;
    private Future<?> greetingDeadline;

    PeerReceiver(Drive drive, String secret) {
        this.drive = drive;
        this.secret = secret;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        greetingDeadline = context.executor().schedule(() -> context.close(), GREETING_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, byte[] bytes) {
        try {
            Frame frame = Frame.parse(bytes);
            if (sender == null) {
                greet(frame);
            } else {
                receive(frame);
            }
        } catch (MalformedException e) {
            refuse(context, e.getMessage());
        }
    }

    private void greet(Frame frame) throws MalformedException {
        if (!PeerCodec.proves(frame, secret)) {
            throw new MalformedException("a greeting with a wrong secret");
        }
        if (!frame.to().equals(drive.replica().id()) || !drive.replica().peers().contains(frame.from())) {
            throw new MalformedException("a greeting from %s to %s".formatted(frame.from(), frame.to()));
        }
        sender = frame.from();
        greetingDeadline.cancel(false);
    }

    private void receive(Frame frame) throws MalformedException {
        if (!frame.from().equals(sender) || !frame.to().equals(drive.replica().id())) {
            throw new MalformedException(
                    "a message from %s to %s on the link from %s".formatted(frame.from(), frame.to(), sender));
        }
        if (frame.kind().isInquiry()) {
            InquiryMessage message = PeerCodec.decodeInquiry(frame);
            drive.traffic().received(message, frame);
            drive.hear(message);
        } else {
            PeerMessage message = PeerCodec.decode(frame);
            drive.traffic().received(message, frame);
            drive.receive(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (drive.isBehind() && !isWaiting) {
            waitForTheDisk(context);
        }
    }

    /** Reads on only when what came in before has not got too far ahead of the disk. */
    private void waitForTheDisk(ChannelHandlerContext context) {
        isWaiting = true;
        context.channel().config().setAutoRead(false);
        drive.whenSettled(() -> {
            isWaiting = false;
            if (drive.isBehind()) {
                waitForTheDisk(context);
            } else {
                context.channel().config().setAutoRead(true);
            }
        });
    }

    private void refuse(ChannelHandlerContext context, String reason) {
        drive.traffic().refused();
        LOG.warn("refused at the peer port from {}: {}", context.channel().remoteAddress(), reason);
        if (sender == null) {
            context.close();
        } else {
            drive.refuse("from %s: %s".formatted(sender, reason));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        greetingDeadline.cancel(false);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("the link from {} is lost: {}", context.channel().remoteAddress(), cause.getMessage());
        } else {
            refuse(context, String.valueOf(cause.getMessage()));
        }
        context.close();
    }
}
