package sosad.app.fabric;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sosad.wire.Frame;

/**
 * One directed link in live mode: passes messages on under its faults. Everything here happens on the network's event
 * loop, except where said. When too much is on its way, the link stops reading from its sender.
 */
final class LiveLink {
    /** How many bytes may be on their way before the link stops reading; half of it, and it goes on. */
    private static final long MOST_BYTES = 8L << 20;

    private static final LinkCounts ONE_SENT = new LinkCounts(1, 0, 0, 0, 0);
    private static final LinkCounts ONE_PASSED = new LinkCounts(0, 1, 0, 0, 0);
    private static final LinkCounts ONE_LOST = new LinkCounts(0, 0, 1, 0, 0);
    private static final LinkCounts ONE_DUPLICATED = new LinkCounts(0, 0, 0, 1, 0);
    private static final LinkCounts ONE_CORRUPTED = new LinkCounts(0, 0, 0, 0, 1);

    private final EventLoop loop;
    private final Route route;
    private final Sample sample;
    private final Hazard hazard;
    private final Set<LiveConnection> connections = new HashSet<>();
    private final Set<Underway> underWay = new LinkedHashSet<>();
    private final Deque<Underway> inOrder = new ArrayDeque<>();
    private volatile LinkFaults faults = LinkFaults.NONE;
    private volatile LinkCounts counts = LinkCounts.NONE;
    private long bytesUnderWay;
    private boolean isFull;
    private long lastSeen;

    /** A copy on its way. */
    private static final class Underway {
        final Frame frame;
        final byte[] bytes;
        final LiveConnection connection;
        Future<?> due;

        Underway(Frame frame, byte[] bytes, LiveConnection connection) {
            this.frame = frame;
            this.bytes = bytes;
            this.connection = connection;
        }

        boolean isCorrupt() {
            return bytes != frame.bytes();
        }
    }

    /** @param sample is told of every message's end */
    LiveLink(EventLoop loop, Route route, long seed, Sample sample) {
        this.loop = loop;
        this.route = route;
        this.sample = sample;
        this.hazard = new Hazard(seed);
    }

    /** The link has one more connection. */
    void opened(LiveConnection connection) {
        connections.add(connection);
    }

    /** Both halves of a connection are closed. */
    void left(LiveConnection connection) {
        connections.remove(connection);
    }

    /** The connections of which a half is open. */
    Set<LiveConnection> connections() {
        return Set.copyOf(connections);
    }

    /** The next message meets these faults. Called on any thread. */
    void become(LinkFaults newFaults) {
        faults = newFaults;
    }

    /** Called on any thread. */
    LinkFaults faults() {
        return faults;
    }

    /** Called on any thread. */
    LinkCounts counts() {
        return counts;
    }

    private void count(LinkCounts more) {
        counts = counts.plus(more);
    }

    /** The number of the last message that came in, 0 if none has. */
    long lastSeen() {
        return lastSeen;
    }

    /** Whether so much is on its way that nothing more should be read. */
    boolean isFull() {
        return isFull;
    }

    /** Passes nothing on any more; gives what is on its way. */
    List<Frozen.UnderWay> stop() {
        connections.forEach(LiveConnection::release);
        List<Frozen.UnderWay> left = underWay.stream()
                .map(copy -> new Frozen.UnderWay(copy.frame, copy.isCorrupt()))
                .toList();
        drop();
        return left;
    }

    /** Breaks all connections off; what is on its way is lost. */
    void reset() {
        count(new LinkCounts(0, 0, underWay.size(), 0, 0));
        underWay.forEach(copy -> sample.ended(route, copy.frame.kind(), Passage.End.LOST));
        drop();
        connections().forEach(LiveConnection::reset);
    }

    private void drop() {
        List<Underway> dropped = List.copyOf(underWay);
        dropped.forEach(copy -> copy.due.cancel(false));
        underWay.clear();
        inOrder.clear();
        hazard.forgetWhatIsUnderWay();
        changeBytesUnderWay(-bytesUnderWay);
        dropped.forEach(copy -> copy.connection.ends());
    }

    /** @param connection by which it came */
    void arrived(Frame frame, LiveConnection connection) {
        lastSeen = frame.id();
        LinkFaults met = faults; // before it counts: whoever has seen it come in sets faults for the next
        count(ONE_SENT);
        if (met.isNone() && underWay.isEmpty()) {
            pass(frame, frame.bytes(), connection);
            return;
        }
        long now = System.nanoTime();
        List<Hazard.Copy> copies = hazard.decide(met, frame.bytes().length, now);
        if (copies.isEmpty()) {
            count(ONE_LOST);
            sample.ended(route, frame.kind(), Passage.End.LOST);
        } else if (copies.size() > 1) {
            count(ONE_DUPLICATED);
        }
        for (Hazard.Copy copy : copies) {
            boolean corrupt = copy.corruptAt() >= 0;
            byte[] bytes = corrupt ? Corruption.of(frame.bytes(), copy.corruptAt()) : frame.bytes();
            if (copy.dueNanos() <= now && underWay.isEmpty()) {
                pass(frame, bytes, connection);
            } else {
                passLater(new Underway(frame, bytes, connection), copy.dueNanos() - now);
            }
        }
    }

    private void passLater(Underway copy, long nanos) {
        underWay.add(copy);
        copy.connection.begins();
        changeBytesUnderWay(copy.bytes.length);
        Runnable due = () -> comesOut(copy);
        if (faults.reorderMillis() == 0) {
            inOrder.add(copy); // timers that ring together may ring in any order
            due = () -> comesOut(inOrder.remove());
        }
        copy.due = loop.schedule(due, Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    }

    private void comesOut(Underway copy) {
        underWay.remove(copy);
        changeBytesUnderWay(-copy.bytes.length);
        pass(copy.frame, copy.bytes, copy.connection);
        copy.connection.flush();
        copy.connection.ends();
    }

    private void changeBytesUnderWay(long by) {
        bytesUnderWay += by;
        boolean wasFull = isFull;
        isFull = bytesUnderWay > (wasFull ? MOST_BYTES / 2 : MOST_BYTES);
        if (isFull != wasFull) {
            connections.forEach(LiveConnection::readIfThereIsRoom);
        }
    }

    /** @param bytes the frame's own, or others that are to arrive instead */
    private void pass(Frame frame, byte[] bytes, LiveConnection connection) {
        if (!connection.pass(bytes)) {
            count(ONE_LOST);
            sample.ended(route, frame.kind(), Passage.End.LOST);
            return;
        }
        count(ONE_PASSED);
        boolean corrupt = bytes != frame.bytes();
        if (corrupt) {
            count(ONE_CORRUPTED);
        }
        sample.ended(route, frame.kind(), corrupt ? Passage.End.CORRUPTED : Passage.End.PASSED);
    }
}
