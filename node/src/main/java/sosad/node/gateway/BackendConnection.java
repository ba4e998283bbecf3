package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * One connection to a backend. Requests are sent without waiting for replies, which come in the same order. It is
 * checked by PING among the requests: it is ready when the first is answered, and given up when it stays silent.
 */
final class BackendConnection extends ChannelInboundHandlerAdapter {
    /** What a connection tells its backend. */
    interface Owner {
        /** The first check was answered: requests can be sent. */
        void ready(BackendConnection connection);

        /** A reply came for an errand that went by this connection. */
        void answered(Errand errand, byte[] reply);

        /** The connection has ended; {@code errands} got no reply. */
        void ended(BackendConnection connection, Queue<Errand> errands, String why);
    }

    /** A connection that owes the answer to a check and sends nothing for so long is given up. */
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long SUSPECT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** Requests are written in pieces of about this size. */
    private static final int WRITE_BYTES = 64 * 1_024;

    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(US_ASCII);
    private static final byte[] PONG = "+PONG\r\n".getBytes(US_ASCII);

    private final Owner owner;
    private final ReplyReader reader = new ReplyReader();
    private final Queue<Errand> unsent = new ArrayDeque<>();
    private final Queue<Errand> sent = new ArrayDeque<>();
    private final Errand check = new Check();
    private ChannelHandlerContext context;
    private boolean isReady;
    private boolean sendingSoon;
    private boolean checkIsOut;
    private boolean isSuspected;
    private boolean isGivenUp;
    private long lastHeardNanos;
    private String endReason = "the connection was closed by the backend";

    BackendConnection(Owner owner) {
        this.owner = owner;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        look();
    }

    boolean isReady() {
        return isReady;
    }

    /** Whether the answer to a check is overdue. */
    boolean isSuspected() {
        return isSuspected;
    }

    /** Sends an errand together with all others that come before the loop's present round ends. */
    void send(Errand errand) {
        unsent.add(errand);
        if (!sendingSoon) {
            sendingSoon = true;
            context.executor().execute(() -> {
                sendingSoon = false;
                sendAll();
            });
        }
    }

    private void sendAll() {
        while (!unsent.isEmpty() && context.channel().isWritable()) {
            ByteBuf out = context.alloc().directBuffer();
            while (!unsent.isEmpty() && out.readableBytes() < WRITE_BYTES) {
                Errand errand = unsent.remove();
                if (!errand.isOver()) {
                    out.writeBytes(errand.request());
                    errand.sentAt(now());
                    sent.add(errand);
                }
            }
            context.write(out, context.voidPromise());
        }
        context.flush();
    }

    private long now() {
        return context.executor().ticker().nanoTime();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            sendAll();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            reader.feed(in);
        } finally {
            in.release();
        }
        lastHeardNanos = now();
        isSuspected = false;
        try {
            for (byte[] reply = reader.next(); reply != null && !isGivenUp; reply = reader.next()) {
                take(reply);
            }
        } catch (MalformedReplyException e) {
            giveUp("it sent a malformed reply: " + e.getMessage());
        }
    }

    private void take(byte[] reply) {
        Errand errand = sent.poll();
        if (errand == null) {
            giveUp("it sent a reply that nobody asked for");
        } else if (errand == check) {
            check.answered(reply);
        } else {
            owner.answered(errand, reply);
        }
    }

    /** Looks after the connection; called regularly. */
    void look() {
        if (context == null || isGivenUp) {
            return;
        }
        if (!checkIsOut) {
            checkIsOut = true;
            lastHeardNanos = now();
            send(check);
        } else {
            isSuspected = now() - lastHeardNanos >= SUSPECT_NANOS;
            if (now() - lastHeardNanos >= SILENCE_NANOS) {
                giveUp("it was silent for %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(SILENCE_NANOS)));
            }
        }
    }

    /** Ends the connection; its owner is told once it is closed. */
    void giveUp(String why) {
        isGivenUp = true;
        isReady = false;
        endReason = why;
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        isGivenUp = true;
        isReady = false;
        Queue<Errand> errands = new ArrayDeque<>(sent);
        errands.addAll(unsent);
        errands.removeIf(errand -> errand == check);
        sent.clear();
        unsent.clear();
        owner.ended(this, errands, endReason);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        giveUp(String.valueOf(cause.getMessage()));
    }

    private final class Check extends Errand {
        Check() {
            super(null, PING);
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        void answered(byte[] reply) {
            checkIsOut = false;
            if (!Arrays.equals(reply, PONG)) {
                giveUp("it answered PING with " + new String(reply, 0, Math.min(reply.length, 80), US_ASCII).strip());
            } else if (!isReady) {
                isReady = true;
                owner.ready(BackendConnection.this);
            }
        }

        @Override
        void lost(String why) {}
    }
}
