package sosad.app.fabric;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sosad.app.fabric.LiveTraffic.Destination;
import sosad.wire.Frame;

/**
 * A connection of a link in live mode. It has two halves, one over which the sender's messages come in and one over
 * which they leave, and when one of them closes the other does. Used on the network's event loop alone.
 */
final class LiveConnection {
    private final LiveLink link;
    private final Channel inlet;
    private final Frame greeting;
    private final LiveOutboundConnection outflow;
    private final List<Closing> closings = new ArrayList<>();
    private int underWay;
    private boolean isWelcomed;
    private boolean isInletClosed;
    private boolean isReleased;

    /** Begins to connect to the destination; until the connection stands nothing is read from the sender. */
    LiveConnection(LiveLink link, Channel inlet, Destination destination) {
        this.link = link;
        this.inlet = inlet;
        inlet.config().setAutoRead(false);
        greeting = destination.greeting();
        outflow = new LiveOutboundConnection(inlet.eventLoop(), destination, this::outflowChanged);
        inlet.closeFuture().addListener(closed -> {
            isInletClosed = true;
            closeOutflowIfAllIsOut();
            leaveIfOver();
        });
    }

    /** A message has come in. */
    void arrived(Frame frame) {
        link.arrived(frame, this);
    }

    /** Sends bytes on, to leave with the next {@link #flush}; says whether there is somebody to send them to. */
    boolean pass(byte[] bytes) {
        return outflow.write(bytes);
    }

    /** Flushes data passed on. */
    void flush() {
        outflow.flush();
    }

    /** A message is on its way, for which the connection stays open. */
    void begins() {
        underWay++;
    }

    /** A message has come out. */
    void ends() {
        underWay--;
        closeOutflowIfAllIsOut();
    }

    /** Reads from the sender as long as the link has room, and the destination too, if it is there. */
    void readIfThereIsRoom() {
        if (!isReleased) {
            boolean destinationTakesIt = outflow.isClosed() || outflow.hasRoom();
            inlet.config().setAutoRead(destinationTakesIt && !link.isFull());
        }
    }

    private void outflowChanged() {
        if (outflow.isOpen() && !isWelcomed) {
            isWelcomed = true;
            inlet.writeAndFlush(InboundConnection.welcome(greeting), inlet.voidPromise());
        }
        readIfThereIsRoom();
        if (outflow.isClosed()) {
            unlessReleased(inlet::close);
            leaveIfOver();
        }
    }

    private void closeOutflowIfAllIsOut() {
        if (isInletClosed && underWay == 0) {
            unlessReleased(outflow::close);
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
                due = inlet.eventLoop().schedule(this::run, nanos, TimeUnit.NANOSECONDS);
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
        if (isInletClosed && outflow.isClosed()) {
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
        return outflow.finish();
    }

    /** The destination is gone. */
    void closeOutflow() {
        outflow.close();
    }

    /** Breaks both halves off. */
    void reset() {
        release(); // or one would close the other properly
        LiveOutboundConnection.breakOff(inlet);
        outflow.abort();
    }
}
