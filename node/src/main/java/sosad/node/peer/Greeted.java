package sosad.node.peer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sosad.node.net.Dialer;
import sosad.node.net.Reason;
import sosad.wire.Frame;
import sosad.wire.GreetingAnswer;
import sosad.wire.MalformedException;

/**
 * The sending end of a link: greets, and learns what the peer says to that. A peer of version 0.1.0 says nothing: it is
 * taken to be content when it has not hung up for some time.
 */
final class Greeted extends SimpleChannelInboundHandler<byte[]> {
    /** What a connection tells its owner. */
    interface Owner {
        /** The connection stands: the greeting and what follows can be sent. */
        void opened(Channel channel);

        /** The peer takes messages. */
        void welcomed();

        /** More can be sent. */
        void hasRoomAgain();

        /**
         * The connection is closed.
         *
         * @param isRefusal whether somebody is there who does not want it
         */
        void lost(String why, boolean isRefusal);
    }

    private static final int CONTENT_MILLIS = 2_000;

    private static final String NO_NODE = "what answers there is no node: ";

    private final Owner owner;
    private Future<?> content;
    private boolean isWelcome;
    private boolean isRefused;
    private boolean isOver;
    private String why = "";

    Greeted(Owner owner) {
        this.owner = owner;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        content = context.executor().schedule(this::welcome, CONTENT_MILLIS, TimeUnit.MILLISECONDS);
        owner.opened(context.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, byte[] bytes) {
        if (isOver) {
            return;
        }
        try {
            GreetingAnswer answer = GreetingAnswer.read(Frame.parse(bytes));
            if (answer.refusal().isPresent()) {
                refused(context, "it refuses: " + answer.refusal().get());
            } else {
                welcome();
            }
        } catch (MalformedException e) {
            refused(context, NO_NODE + e.getMessage());
        }
    }

    private void refused(ChannelHandlerContext context, String reason) {
        isRefused = true;
        end(context, reason);
    }

    private void welcome() {
        content.cancel(false);
        if (!isWelcome && !isOver) {
            isWelcome = true;
            owner.welcomed();
        }
    }

    private void end(ChannelHandlerContext context, String reason) {
        if (why.isEmpty()) {
            why = reason;
        }
        context.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        owner.hasRoomAgain();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Dialer.Moved) {
            end(context, Dialer.MOVED);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        isOver = true;
        content.cancel(false);
        if (why.isEmpty()) {
            why = isWelcome ? "the connection was closed" : "it hung up when it was greeted";
        }
        owner.lost(why, isRefused);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException) {
            refused(context, NO_NODE + Reason.of(cause));
        } else {
            end(context, Reason.of(cause));
        }
    }
}
