package sosad.node.client;

import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.node.client.RequestReader.ProtocolException;
import sosad.node.host.Durability;

/**
 * One client's connection: reads requests, has them carried out, and writes their replies in one piece when what was
 * read is done. A client that does not take its replies is not read from, and its requests wait: what is held for it is
 * bounded. One that falls silent in the middle of a request is disconnected.
 */
// A write or close that fails ends the connection, of which channelInactive tells.
@SuppressWarnings("FutureReturnValueIgnored")
final class ClientConnection extends ChannelInboundHandlerAdapter {
    /** Replies of this many bytes are written even if more requests are at hand. */
    private static final int FLUSH_BYTES = 64 * 1024;

    /**
     * The time for which a connection stays half open after its last reply, so that unread requests do not lose the
     * reply.
     */
    private static final long LINGER_SECONDS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    /** Told to a connection: take no more requests, answer those taken, and end. */
    enum Farewell {
        NOW
    }

    private enum State {
        SERVING,
        /** Until replies are given and taken, or others have had their turn. Nothing is read. */
        WAITING,
        /** No more requests are taken; replies that come later are awaited. */
        ENDING,
        /** The last reply is written; what still comes is thrown away. */
        LEAVING
    }

    private final CommandTable commands;
    private final PortState port;
    private final ClientSession session;
    private final Durability durability;
    private final long timeoutNanos;
    private final Request request = new Request();
    private final RequestReader reader;
    private final Replies replies = new Replies();
    private final ReplyQueue queue = new ReplyQueue(replies, this::answered);
    private ChannelHandlerContext context;
    private State state = State.SERVING;
    private boolean allAnswersFirst; // before the next request is served
    private boolean answersAtHand;
    private boolean isSettling; // replies are at hand that reveal what is not durable yet
    private boolean inputEnded;
    private RequestDeadline deadline;

    ClientConnection(CommandTable commands, PortState port, ClientSession session, Durability durability) {
        this.durability = durability;
        this.commands = commands;
        this.port = port;
        this.session = session;
        this.timeoutNanos = port.settings().requestTimeout().toNanos();
        this.reader = new RequestReader(request, port.limits());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        session.replyThrough(queue);
        deadline = new RequestDeadline(
                ctx.executor(),
                timeoutNanos,
                () -> state == State.SERVING && reader.isMidRequest(),
                () -> refuse(
                        ctx, format("a request was begun but not completed within %d ms", timeoutNanos / 1_000_000)));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        port.traffic().bytesIn += in.readableBytes();
        session.heard(port.ticker().nanoTime());
        try {
            if (state == State.SERVING || state == State.WAITING) {
                reader.feed(in);
            }
        } finally {
            in.release();
        }
        serve(ctx);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        flush(ctx);
        deadline.heard();
    }

    private void serve(ChannelHandlerContext ctx) {
        try {
            while (state == State.SERVING && reader.next()) {
                boolean tookLong = commands.run(request, queue.begin(session.version()), session);
                queue.end();
                if (session.isCutOff()) {
                    port.refusals().refused(ctx.channel().remoteAddress(), HttpRequests.FAULT, HttpRequests.FAULT);
                    state = State.LEAVING;
                    ctx.close();
                } else if (session.isLeaving()) {
                    leave(ctx);
                } else if (tookLong) {
                    allAnswersFirst = true;
                    pause(ctx);
                    ctx.executor().execute(() -> resume(ctx));
                } else if (queue.isFull()) {
                    pause(ctx);
                } else if (replies.size() >= FLUSH_BYTES) {
                    flush(ctx);
                }
            }
        } catch (ProtocolException e) {
            refuse(ctx, e.getMessage());
        }
    }

    /** Writes the replies at hand, or waits until what they reveal is durable. */
    private void flush(ChannelHandlerContext ctx) {
        if (replies.size() == 0 || state == State.LEAVING || isSettling) {
            return;
        }
        if (!durability.isDurable()) {
            settle(ctx);
            return;
        }
        port.traffic().bytesOut += replies.size();
        ctx.writeAndFlush(replies.take(ctx.alloc()), ctx.voidPromise());
        if (state == State.SERVING && !ctx.channel().isWritable()) {
            pause(ctx);
        }
    }

    private void settle(ChannelHandlerContext ctx) {
        isSettling = true;
        if (state == State.SERVING) {
            pause(ctx);
        }
        durability.whenDurable(() -> {
            isSettling = false;
            if (state == State.ENDING) {
                leave(ctx);
            } else {
                flush(ctx);
                resume(ctx);
            }
        });
    }

    /** Replies are ready that were put off: they are written together with those that become ready at the same time. */
    private void answered() {
        if (!answersAtHand) {
            answersAtHand = true;
            context.executor().execute(() -> {
                answersAtHand = false;
                if (state == State.ENDING) {
                    leave(context);
                } else {
                    flush(context);
                    resume(context);
                }
            });
        }
    }

    private void pause(ChannelHandlerContext ctx) {
        state = State.WAITING;
        ctx.channel().config().setAutoRead(false);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        resume(ctx);
    }

    private void resume(ChannelHandlerContext ctx) {
        boolean answered = allAnswersFirst ? queue.isEmpty() : !queue.isFull();
        if (state != State.WAITING || isSettling || !answered || !ctx.channel().isWritable()) {
            return;
        }
        state = State.SERVING;
        allAnswersFirst = false;
        serve(ctx);
        flush(ctx);
        if (state == State.SERVING) {
            if (inputEnded) {
                endOfInput(ctx);
            } else {
                ctx.channel().config().setAutoRead(true);
                deadline.heard();
            }
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            if (state == State.SERVING) {
                endOfInput(ctx);
            } else if (state == State.LEAVING) {
                ctx.close();
            }
        } else if (event == Farewell.NOW && (state == State.SERVING || state == State.WAITING)) {
            leave(ctx);
        }
    }

    private void endOfInput(ChannelHandlerContext ctx) {
        if (reader.isMidRequest()) {
            refuse(ctx, "the input ended in the middle of a request");
        } else {
            leave(ctx);
        }
    }

    private void refuse(ChannelHandlerContext ctx, String fault) {
        port.refusals().refused(ctx.channel().remoteAddress(), "malformed requests", fault);
        queue.begin(session.version()).error("ERR Protocol error: " + fault);
        queue.end();
        leave(ctx);
    }

    /** Writes the last replies, says that there are no more, and closes when the client has, or soon. */
    private void leave(ChannelHandlerContext ctx) {
        if (!queue.isEmpty() || (replies.size() > 0 && !durability.isDurable())) {
            state = State.ENDING;
            flush(ctx);
            return;
        }
        state = State.LEAVING;
        ByteBuf last = replies.size() > 0 ? replies.take(ctx.alloc()) : Unpooled.EMPTY_BUFFER;
        ChannelFuture written = ctx.writeAndFlush(last);
        ctx.channel().config().setAutoRead(true);
        written.addListener(done -> {
            if (done.isSuccess() && !inputEnded && ctx.channel() instanceof DuplexChannel channel) {
                channel.shutdownOutput();
                ctx.executor().schedule(() -> ctx.close(), LINGER_SECONDS, TimeUnit.SECONDS);
            } else {
                ctx.close();
            }
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        state = State.LEAVING;
        deadline.cancel();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("client {} is gone: {}", session.client(), cause.getMessage());
        } else {
            LOG.error("client {} is disconnected", session.client(), cause);
        }
        ctx.close();
    }
}
