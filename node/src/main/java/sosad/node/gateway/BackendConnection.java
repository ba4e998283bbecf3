package sosad.node.gateway;

import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sosad.node.gateway.ReplyReader.MalformedReplyException;
import sosad.node.net.Dialer;
import sosad.node.net.Reason;
import sosad.node.net.SocketText;

/** One connection to a backend. Requests are sent without waiting for replies, which come in the same order. */
final class BackendConnection extends ChannelInboundHandlerAdapter {
    /** The owner of a connection, which hears of its events. */
    interface Owner {
        /** Requests can be sent. */
        void opened(BackendConnection connection);

        /** A reply came for a request that went by this connection. */
        void answered(BackendRequest request, byte[] reply);

        /** A request was over before it could be sent. */
        void droppedUnsent(BackendRequest request);

        /** The connection has ended or could not be made; {@code requests} got no reply. */
        void ended(BackendConnection connection, Queue<BackendRequest> requests, String why);
    }

    static final int CONNECT_MILLIS = 500;
    private static final int WELCOME_MILLIS = 500;

    /** Requests are written in pieces of about this size. */
    private static final int WRITE_BYTES = 64 * 1_024;

    private final DialSettings dial;
    private final Owner owner;
    private final ReplyReader reader = new ReplyReader();
    private final Queue<BackendRequest> unsent = new ArrayDeque<>();
    private final Queue<BackendRequest> sent = new ArrayDeque<>();
    private ChannelHandlerContext context;
    private Future<?> welcome; // while it is not known who is at the other end
    private boolean awaitsTrust; // that is, the reply to AUTH
    private Identity identity;
    private boolean isOpen;
    private String localAddress = "";
    private boolean sendingSoon;
    private long lastHeardNanos;
    private String endReason = "it closed the connection";
    private boolean isRefused;
    private boolean hasMoved;

    private BackendConnection(DialSettings dial, Owner owner) {
        this.dial = dial;
        this.owner = owner;
    }

    /** Begins to connect; {@code owner} is notified how that ends. */
    static BackendConnection open(DialSettings dial, Owner owner) {
        BackendConnection connection = new BackendConnection(dial, owner);
        dial.dialer()
                .dial(
                        pipeline -> pipeline.addLast(connection),
                        why -> owner.ended(connection, new ArrayDeque<>(), why));
        return connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        awaitsTrust = dial.secret().isPresent();
        dial.secret().ifPresent(secret -> ctx.write(DialSettings.auth(secret), ctx.voidPromise()));
        ctx.writeAndFlush(DialSettings.whoIsThere(), ctx.voidPromise());
        welcome = ctx.executor()
                .schedule(
                        () -> end(format("it did not identify itself within %d ms", WELCOME_MILLIS)),
                        WELCOME_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void open() {
        isOpen = true;
        InetSocketAddress local = (InetSocketAddress) context.channel().localAddress();
        localAddress = SocketText.of(local);
        owner.opened(this);
    }

    /** A reply to AUTH or to the question who is there. */
    private void welcomed(byte[] reply) {
        if (awaitsTrust) {
            awaitsTrust = false;
            if (DialSettings.isWrong(reply)) {
                refuse("its secret is not the gateway's");
            }
            return;
        }
        stopWaiting();
        identity = Identity.of(reply);
        if (DialSettings.wantsSecret(reply)) {
            refuse("it requires a secret, and the gateway has none");
        } else if (identity.isGateway()) {
            refuse("it is a gateway itself; the backends of a gateway must be nodes");
        } else {
            open();
        }
    }

    private void stopWaiting() {
        if (welcome != null) {
            welcome.cancel(false);
            welcome = null;
        }
    }

    /** Returns who is at the other end of the open connection. */
    Identity identity() {
        return identity;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Returns how the backend sees this gateway, {@code host:port}; empty before the connection is open. */
    String localAddress() {
        return localAddress;
    }

    /** Returns for how long the next reply has been owed while nothing arrived. */
    long silentNanos() {
        return sent.isEmpty() ? 0 : now() - Math.max(lastHeardNanos, sent.peek().sentNanos());
    }

    private long now() {
        return context.executor().ticker().nanoTime();
    }

    /** Sends a request together with all others that come before the loop's present round ends. */
    void send(BackendRequest request) {
        unsent.add(request);
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
                BackendRequest request = unsent.remove();
                if (request.isOver()) {
                    owner.droppedUnsent(request);
                } else {
                    out.writeBytes(request.encoded());
                    request.sentAt(now());
                    sent.add(request);
                }
            }
            context.write(out, context.voidPromise());
        }
        context.flush();
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
        try {
            for (byte[] reply = reader.next(); reply != null && (isOpen || welcome != null); reply = reader.next()) {
                if (welcome != null) {
                    welcomed(reply);
                    continue;
                }
                BackendRequest request = sent.poll();
                if (request == null) {
                    giveUp("it sent a reply that nobody asked for");
                } else {
                    owner.answered(request, reply);
                }
            }
            leaveIfMoved();
        } catch (MalformedReplyException e) {
            giveUp("it sent a malformed reply: " + e.getMessage());
        }
    }

    /** Ends the connection; its owner is notified once it is closed. */
    void giveUp(String why) {
        if (isOpen || welcome != null) {
            end(why);
        }
    }

    /** Ends the connection to somebody who is there and is none, or takes this gateway for none. */
    void refuse(String why) {
        isRefused = true;
        end(why);
    }

    boolean isRefused() {
        return isRefused;
    }

    private void end(String why) {
        isOpen = false;
        stopWaiting();
        endReason = why;
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        isOpen = false;
        stopWaiting();
        Queue<BackendRequest> requests = new ArrayDeque<>(sent);
        requests.addAll(unsent);
        sent.clear();
        unsent.clear();
        owner.ended(this, requests, endReason);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof Dialer.Moved) {
            hasMoved = true;
            leaveIfMoved();
        }
    }

    /** Leaves the old address as soon as the requests sent there are answered. */
    private void leaveIfMoved() {
        if (hasMoved && sent.isEmpty() && unsent.isEmpty()) {
            giveUp(Dialer.MOVED);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        giveUp(Reason.of(cause));
    }
}
