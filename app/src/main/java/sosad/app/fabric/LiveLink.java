package sosad.app.fabric;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sosad.wire.Frame;

/**
 * One directed link in live mode: passes messages on under its faults. Everything here happens on the network's event
 * loop. When too much is on its way, the link stops reading from its sender.
 */
final class LiveLink {
    /** How many bytes may be on their way before the link stops reading; half of it, and it goes on. */
    private static final long MOST_BYTES = 8L << 20;

    private final EventLoop loop;
    private final Hazard hazard;
    private final Onward onward;
    private LinkFaults faults = LinkFaults.NONE;
    private LinkCounts counts = LinkCounts.NONE;
    private final Deque<Underway> inOrder = new ArrayDeque<>();
    private long bytesUnderWay;
    private int copiesUnderWay;

    /** A copy on its way. */
    private static final class Underway {
        final byte[] bytes;
        final boolean corrupt;
        final Channel inlet;

        Underway(byte[] bytes, boolean corrupt, Channel inlet) {
            this.bytes = bytes;
            this.corrupt = corrupt;
            this.inlet = inlet;
        }
    }

    /** Where copies go. */
    interface Onward {
        /** Hands these bytes to the destination, to leave with the next {@link #flush}; says whether it is there. */
        boolean send(byte[] frame);

        /** What was handed over leaves. */
        void flush();

        /** Whether the destination takes what it is sent. */
        boolean hasRoom();

        /** Runs {@code then} when the destination takes more, or is gone. */
        void whenRoom(Runnable then);
    }

    LiveLink(EventLoop loop, long seed, Onward onward) {
        this.loop = loop;
        this.hazard = new Hazard(seed);
        this.onward = onward;
    }

    void become(LinkFaults newFaults) {
        faults = newFaults;
    }

    LinkFaults faults() {
        return faults;
    }

    LinkCounts counts() {
        return counts;
    }

    /** @param inlet the connection it came by */
    void arrived(Frame frame, Channel inlet) {
        counts = counts.plus(new LinkCounts(1, 0, 0, 0, 0));
        if (faults.isNone() && copiesUnderWay == 0) {
            pass(frame.bytes(), false);
            waitForRoom(inlet);
            return;
        }
        long now = System.nanoTime();
        List<Hazard.Copy> copies = hazard.decide(faults, frame.bytes().length, now);
        counts = counts.plus(new LinkCounts(0, 0, copies.isEmpty() ? 1 : 0, copies.size() > 1 ? 1 : 0, 0));
        for (Hazard.Copy copy : copies) {
            boolean corrupt = copy.corruptAt() >= 0;
            byte[] bytes = corrupt ? Corruption.of(frame.bytes(), copy.corruptAt()) : frame.bytes();
            if (copy.dueNanos() <= now && copiesUnderWay == 0) {
                pass(bytes, corrupt);
            } else {
                passLater(new Underway(bytes, corrupt, inlet), copy.dueNanos() - now);
            }
        }
    }

    /** A destination that takes nothing slows its senders down. */
    private void waitForRoom(Channel inlet) {
        if (!onward.hasRoom()) {
            inlet.config().setAutoRead(false);
            onward.whenRoom(() -> inlet.config().setAutoRead(true));
        }
    }

    private void passLater(Underway copy, long nanos) {
        copiesUnderWay++;
        bytesUnderWay += copy.bytes.length;
        if (bytesUnderWay > MOST_BYTES) {
            copy.inlet.config().setAutoRead(false);
        }
        Runnable due = () -> comesOut(copy);
        if (faults.reorderMillis() == 0) {
            inOrder.add(copy); // timers that ring together may ring in any order
            due = () -> comesOut(inOrder.remove());
        }
        loop.schedule(due, Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    }

    private void comesOut(Underway copy) {
        copiesUnderWay--;
        bytesUnderWay -= copy.bytes.length;
        if (bytesUnderWay <= MOST_BYTES / 2) {
            copy.inlet.config().setAutoRead(true);
        }
        pass(copy.bytes, copy.corrupt);
        onward.flush();
        waitForRoom(copy.inlet);
    }

    private void pass(byte[] bytes, boolean corrupt) {
        boolean passed = onward.send(bytes);
        counts = counts.plus(new LinkCounts(0, passed ? 1 : 0, passed ? 0 : 1, 0, passed && corrupt ? 1 : 0));
    }
}
