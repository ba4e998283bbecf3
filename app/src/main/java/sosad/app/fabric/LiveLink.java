package sosad.app.fabric;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private final Route route;
    private final Sample sample;
    private final Hazard hazard;
    private final Onward onward;
    private LinkFaults faults = LinkFaults.NONE;
    private LinkCounts counts = LinkCounts.NONE;
    private final Set<Underway> underWay = new LinkedHashSet<>();
    private final Deque<Underway> inOrder = new ArrayDeque<>();
    private long bytesUnderWay;
    private long lastSeen;

    /** A copy on its way. */
    private static final class Underway {
        final Frame frame;
        final byte[] bytes;
        final Channel inlet;

        Underway(Frame frame, byte[] bytes, Channel inlet) {
            this.frame = frame;
            this.bytes = bytes;
            this.inlet = inlet;
        }

        boolean isCorrupt() {
            return bytes != frame.bytes();
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

    /** @param sample is told of every message's end */
    LiveLink(EventLoop loop, Route route, long seed, Onward onward, Sample sample) {
        this.loop = loop;
        this.route = route;
        this.sample = sample;
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

    /** The number of the last message that came in, 0 if none has. */
    long lastSeen() {
        return lastSeen;
    }

    /** Passes nothing on any more; gives what is on its way. */
    List<Frozen.UnderWay> stop() {
        List<Frozen.UnderWay> left = underWay.stream()
                .map(copy -> new Frozen.UnderWay(copy.frame, copy.isCorrupt()))
                .toList();
        underWay.clear();
        return left;
    }

    /** @param inlet the connection it came by */
    void arrived(Frame frame, Channel inlet) {
        lastSeen = frame.id();
        counts = counts.plus(new LinkCounts(1, 0, 0, 0, 0));
        if (faults.isNone() && underWay.isEmpty()) {
            pass(frame, frame.bytes());
            waitForRoom(inlet);
            return;
        }
        long now = System.nanoTime();
        List<Hazard.Copy> copies = hazard.decide(faults, frame.bytes().length, now);
        counts = counts.plus(new LinkCounts(0, 0, copies.isEmpty() ? 1 : 0, copies.size() > 1 ? 1 : 0, 0));
        if (copies.isEmpty()) {
            sample.ended(route, frame.kind(), Passage.End.LOST);
        }
        for (Hazard.Copy copy : copies) {
            boolean corrupt = copy.corruptAt() >= 0;
            byte[] bytes = corrupt ? corrupted(frame.bytes(), copy.corruptAt()) : frame.bytes();
            if (copy.dueNanos() <= now && underWay.isEmpty()) {
                pass(frame, bytes);
            } else {
                passLater(new Underway(frame, bytes, inlet), copy.dueNanos() - now);
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
        underWay.add(copy);
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
        if (!underWay.remove(copy)) {
            return; // the network has stopped since
        }
        bytesUnderWay -= copy.bytes.length;
        if (bytesUnderWay <= MOST_BYTES / 2) {
            copy.inlet.config().setAutoRead(true);
        }
        pass(copy.frame, copy.bytes);
        onward.flush();
        waitForRoom(copy.inlet);
    }

    /** @param bytes the frame's own, or others that are to arrive instead */
    private void pass(Frame frame, byte[] bytes) {
        boolean passed = onward.send(bytes);
        boolean corrupt = bytes != frame.bytes();
        counts = counts.plus(new LinkCounts(0, passed ? 1 : 0, passed ? 0 : 1, 0, passed && corrupt ? 1 : 0));
        Passage.End end = corrupt ? Passage.End.CORRUPTED : Passage.End.PASSED;
        sample.ended(route, frame.kind(), passed ? end : Passage.End.LOST);
    }

    /** A copy with one byte changed after the length field, so that the stream stays in step. */
    private static byte[] corrupted(byte[] frame, int at) {
        byte[] changed = frame.clone();
        int place = Frame.LENGTH_BYTES + at % (frame.length - Frame.LENGTH_BYTES);
        changed[place] ^= (byte) (1 + at % 255);
        return changed;
    }
}
