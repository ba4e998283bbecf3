package sosad.app.fabric;

import io.netty.channel.ChannelFutureListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import sosad.model.Link;
import sosad.wire.Frame;

/**
 * Tells whoever listens what one connection delivers: when the system has taken bytes, the messages in them are. Used
 * on the event loop alone.
 */
final class DeliveryReport {
    private static final AtomicLong CONNECTIONS = new AtomicLong();

    private final long connection = CONNECTIONS.incrementAndGet();
    private final Link link;
    private final Supplier<DeliveryListener> listener;
    private List<Frame> gathered = new ArrayList<>();

    /** @param listener who listens now; {@link DeliveryListener#NONE}: nobody */
    DeliveryReport(Link link, Supplier<DeliveryListener> listener) {
        this.link = link;
        this.listener = listener;
    }

    /** A message is among the bytes that are written next. */
    void gather(Frame frame) {
        if (listener.get() != DeliveryListener.NONE) {
            gathered.add(frame);
        }
    }

    /** Returns whether any message is among them that somebody wants to know of. */
    boolean hasGathered() {
        return !gathered.isEmpty();
    }

    /** Returns what tells of the messages gathered, once they are written. */
    ChannelFutureListener whenWritten() {
        List<Frame> frames = gathered;
        gathered = new ArrayList<>();
        return written -> {
            if (written.isSuccess()) {
                frames.forEach(frame -> listener.get().delivered(frame, connection));
            }
        };
    }

    /** The connection is about to end, or has ended. */
    void ending() {
        listener.get().ending(link, connection);
    }
}
