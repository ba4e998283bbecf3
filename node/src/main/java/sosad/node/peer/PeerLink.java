package sosad.node.peer;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Address;
import sosad.model.NodeId;
import sosad.node.host.LinkHealth;
import sosad.node.net.Dialer;
import sosad.node.net.HostLookup;
import sosad.node.net.Outage;
import sosad.wire.Frame;

/**
 * The link to one peer: connects, and connects again when the connection is lost, ever more slowly and with a little
 * chance, so that nodes do not knock in step. Frames that cannot be sent yet wait in a queue of bounded size; past it
 * the oldest fall off, which is a loss the protocol survives.
 */
final class PeerLink implements Greeted.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(PeerLink.class);
    private static final long MAX_QUEUE_BYTES = 64L << 20;

    /** A link with this much waiting is behind. */
    private static final long ROOM_BYTES = 1L << 20;

    private static final int CONNECT_MILLIS = 2_000;
    private static final int MIN_RETRY_MILLIS = 50;
    private static final int MAX_RETRY_MILLIS = 2_000;

    /** So long a link must have been up to be called that, or one that comes and goes would fill the log. */
    private static final int STEADY_MILLIS = 1_000;

    private final EventLoop loop;
    private final NodeId peer;
    private final Dialer dialer;
    private final Frame greeting;
    private final LinkHealth state;
    private final Outage outage = new Outage();
    private final Deque<Frame> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long retryMillis = MIN_RETRY_MILLIS;
    private Future<?> retry;
    private Channel channel;
    private long openedNanos;
    private boolean closed;

    /** @param state told how the link is */
    PeerLink(EventLoop loop, NodeId peer, Address address, HostLookup hosts, Frame greeting, LinkHealth state) {
        this.loop = loop;
        this.peer = peer;
        this.dialer = new Dialer(loop, address, hosts, CONNECT_MILLIS);
        this.greeting = greeting;
        this.state = state;
        state.whenPeerComes(this::connectNow);
    }

    void connect() {
        if (!closed) {
            dialer.dial(this::greeted, why -> failed(why, false));
        }
    }

    /** Does not wait any longer, if it does, to connect to a peer that has just shown that it is there. */
    private void connectNow() {
        if (retry != null && retry.cancel(false)) {
            retryMillis = MIN_RETRY_MILLIS; // what is between the two may need a moment more
            connect();
        }
    }

    private void greeted(ChannelPipeline pipeline) {
        FrameDecoder.addTo(pipeline);
        pipeline.addLast(new Greeted(this));
    }

    @Override
    public void opened(Channel connected) {
        if (closed) {
            connected.close();
            return;
        }
        channel = connected;
        openedNanos = System.nanoTime();
        write(greeting);
        connected.flush();
        drain();
    }

    @Override
    public boolean isContentInSilence() {
        return state.isContentInSilence();
    }

    @Override
    public void unanswered(String why) {
        if (!closed) {
            state.isUnanswered(why);
            tell(why, true);
        }
    }

    @Override
    public void welcomed() {
        state.isUp();
        Channel welcoming = channel;
        loop.schedule(() -> saysSo(welcoming), STEADY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void saysSo(Channel steady) {
        if (!closed && steady == channel && outage.isOver()) {
            LOG.info("the link to {} at {} is up", peer, dialer.address());
        }
    }

    @Override
    public void hasRoomAgain() {
        drain();
    }

    @Override
    public void lost(String why, boolean isRefusal) {
        channel = null;
        if (System.nanoTime() - openedNanos > TimeUnit.MILLISECONDS.toNanos(MAX_RETRY_MILLIS)) {
            retryMillis = MIN_RETRY_MILLIS; // it was more than one that is hung up on at once
        }
        failed(why, isRefusal);
    }

    private void failed(String why, boolean isRefusal) {
        if (closed) {
            return;
        }
        state.isDown(why);
        tell(why, isRefusal);
        long waitMillis = retryMillis / 2 + ThreadLocalRandom.current().nextLong(retryMillis);
        retry = loop.schedule(this::connect, waitMillis, TimeUnit.MILLISECONDS);
        retryMillis = Math.min(2 * retryMillis, MAX_RETRY_MILLIS);
    }

    private void tell(String why, boolean isRefusal) {
        if (outage.failed(isRefusal)) {
            LOG.warn("the link to {} at {} is down: {}; retrying until it is up", peer, dialer.address(), why);
        }
    }

    /** Returns whether the link is open and takes more without delay. */
    boolean hasRoom() {
        return channel != null && queuedBytes < ROOM_BYTES;
    }

    void send(Frame frame) {
        queue.add(frame);
        queuedBytes += frame.bytes().length;
        while (queuedBytes > MAX_QUEUE_BYTES) {
            queuedBytes -= queue.remove().bytes().length;
        }
        drain();
    }

    private void drain() {
        Channel open = channel; // which may be lost, and the field empty, while this writes
        if (open == null) {
            return;
        }
        boolean wrote = false;
        while (open.isWritable() && !queue.isEmpty()) {
            Frame frame = queue.remove();
            queuedBytes -= frame.bytes().length;
            write(frame);
            wrote = true;
        }
        if (wrote) {
            open.flush();
        }
    }

    private void write(Frame frame) {
        channel.write(Unpooled.wrappedBuffer(frame.bytes()), channel.voidPromise());
    }

    /** Closes the link after what was handed to the connection; what still waits is lost. */
    Future<?> close() {
        closed = true;
        queue.clear();
        Channel closing = channel; // which may be closed, and the field empty, before the next line
        if (closing == null) {
            return loop.newSucceededFuture(null);
        }
        closing.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        return closing.closeFuture();
    }
}
