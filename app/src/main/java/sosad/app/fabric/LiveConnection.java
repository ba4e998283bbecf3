package sosad.app.fabric;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import sosad.app.fabric.LiveTraffic.Destination;
import sosad.wire.Frame;

/**
 * A connection of a link in live mode. It has two halves, one over which the sender's messages come in and one over
 * which they leave, and when one of them closes the other does. Used on the network's event loop alone.
 */
final class LiveConnection {
    private final LiveLink link;
    private final Channel inbound;
    private final Frame greeting;
    private final LiveOutboundConnection outbound;
    private final List<Closing> closings = new ArrayList<>();
    private int underWay;
    private boolean isWelcomed;
    private boolean isInboundClosed;
    private boolean isReleased;

    /** Begins to connect to the destination; until the connection stands nothing is read from the sender. */
    LiveConnection(LiveLink link, Channel inbound, Destination destination, Supplier<DeliveryListener> deliveries) {
        this.link = link;
        this.inbound = inbound;
        inbound.config().setAutoRead(false);
        greeting = destination.greeting();
        outbound = new LiveOutboundConnection(
                inbound.eventLoop(), destination, new DeliveryReport(link.link(), deliveries), this::outboundChanged);
        inbound.closeFuture().addListener(closed -> {
            isInboundClosed = true;
            closeOutboundIfAllIsOut();
            leaveIfOver();
        });
    }

    /** A message has come in. */
    void arrived(Frame frame) {
        link.arrived(frame, this);
    }

    /**
     * Sends a message on, to leave with the next {@link #flush}; says whether there is somebody to send it to.
     *
     * @param bytes the frame's own, or others that are to arrive instead
     */
    boolean pass(Frame frame, byte[] bytes) {
        return outbound.write(frame, bytes);
    }

    /** Flushes data passed on. */
    void flush() {
        outbound.flush();
    }

    /** A message is on its way, for which the connection stays open. */
    void begins() {
        underWay++;
    }

    /** A message has come out. */
    void ends() {
        underWay--;
        closeOutboundIfAllIsOut();
    }

    /** Reads from the sender as long as the link has room, and the destination too, if it is there. */
    void readIfThereIsRoom() {
        if (!isReleased) {
            boolean destinationTakesIt = outbound.isClosed() || outbound.hasRoom();
            inbound.config().setAutoRead(destinationTakesIt && !link.isFull());
        }
    }

    private void outboundChanged() {
        if (outbound.isOpen() && !isWelcomed) {
            isWelcomed = true;
            inbound.writeAndFlush(InboundConnection.welcome(greeting), inbound.voidPromise());
        }
        readIfThereIsRoom();
        if (outbound.isClosed()) {
            unlessReleased(inbound::close);
            leaveIfOver();
        }
    }

    private void closeOutboundIfAllIsOut() {
        if (isInboundClosed && underWay == 0) {
            unlessReleased(outbound::close);
        }
    }

    /** Closes a half, as late as the link's faults say. */
    private void unlessReleased(Runnable close) {
        Closing closing = new Closing(close);
        closings.add(closing);
        closing.closeInTime();
    }

    /** Other faults act on what has come to pass before, too. */
    void faultsChanged() {
        List.copyOf(closings).forEach(Closing::closeInTime);
    }

    /** The end of a half that is to come. */
    private final class Closing {
        private final Runnable close;
        private final long sinceNanos = System.nanoTime();
        private Future<?> due; // null: now, or not yet known

        Closing(Runnable close) {
            this.close = close;
        }

        void closeInTime() {
            if (due != null) {
                due.cancel(false);
            }
            long nanos =
                    TimeUnit.MILLISECONDS.toNanos(link.faults().slowCloseMillis()) - (System.nanoTime() - sinceNanos);
            if (nanos <= 0) {
                run();
            } else {
                due = inbound.eventLoop().schedule(this::run, nanos, TimeUnit.NANOSECONDS);
            }
        }

        private void run() {
            closings.remove(this);
            if (!isReleased) {
                close.run();
            }
        }
    }

    private void leaveIfOver() {
        if (isInboundClosed && outbound.isClosed()) {
            link.left(this);
        }
    }

    /** The halves have nothing to do with each other any more, and nothing passes from one to the other. */
    void release() {
        isReleased = true;
    }

    boolean isReleased() {
        return isReleased;
    }

    /** Sends nothing more; completes when the destination has taken in what was sent on. */
    CompletableFuture<Void> finish() {
        return outbound.finish();
    }

    /** The destination is gone. */
    void closeOutbound() {
        outbound.close();
    }

    /** Breaks both halves off. */
    void reset() {
        release(); // or one would close the other properly
        LiveOutboundConnection.breakOff(inbound);
        outbound.abort();
    }
}
