package sosad.node.peer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sosad.node.net.Dialer;
import sosad.node.net.Reason;
import sosad.wire.Frame;
import sosad.wire.GreetingAnswer;
import sosad.wire.MalformedException;

/**
 * The sending end of a link: greets, and learns what the peer says to that. Who says nothing for some time may be no
 * node, or one that hangs. A peer that is known, by its own greeting, to be of version 0.1.0 never says anything: it is
 * taken to be content then.
 */
final class Greeted extends SimpleChannelInboundHandler<byte[]> {
    /** The owner of a connection, which hears of its events. */
    interface Owner {
        /** The connection stands: the greeting and what follows can be sent. */
        void opened(Channel channel);

        /** Returns whether the peer is known to take messages without saying so. */
        boolean isContentInSilence();

        /** The peer has not said for some time whether it takes messages. */
        void unanswered(String why);

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

    /** So often it is looked; a loop that was held up, and has an answer at hand, has lost one look alone. */
    private static final int LOOKS = 5;

    private static final int LOOK_SECONDS = 1;

    private static final String NO_NODE = "the server there is not a node: ";

    private final Owner owner;
    private Future<?> silence;
    private int looks;
    private boolean isWelcome;
    private boolean isRefused;
    private boolean isOver;
    private String why = "";

    Greeted(Owner owner) {
        this.owner = owner;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        silence = context.executor().scheduleWithFixedDelay(this::silent, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
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

    private void silent() {
        looks++;
        if (looks >= LOOKS && owner.isContentInSilence()) {
            welcome();
        } else if (looks == LOOKS && !isOver) {
            owner.unanswered("it does not answer the greeting: it may hang, or not be a node");
        }
    }

    private void welcome() {
        silence.cancel(false);
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
        silence.cancel(false);
        if (why.isEmpty()) {
            why = isWelcome ? "the connection was closed" : "it closed the connection when greeted";
        }
        owner.lost(why, isRefused);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof MalformedException) {
            refused(context, NO_NODE + Reason.of(cause));
        } else {
            end(context, Reason.of(cause));
        }
    }
}
