package sosad.app.fabric;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import sosad.model.Link;
import sosad.wire.Frame;
import sosad.wire.FrameKind;

/**
 * One directed link in live mode: passes messages on under its faults. Everything here happens on the network's event
 * loop, except where said. When too much is on its way, the link stops reading from its sender.
 */
final class LiveLink {
    /** The bytes that may be on their way before the link stops reading; it continues at half of that. */
    private static final long MAX_BYTES = 8L << 20;

    private static final Comparator<Underway> BY_ARRIVAL = Comparator.comparingLong(copy -> copy.number);
    private static final Comparator<Underway> NEXT_OUT =
            Comparator.<Underway>comparingLong(copy -> copy.dueNanos).thenComparing(BY_ARRIVAL);

    private static final LinkCounts ONE_SENT = new LinkCounts(1, 0, 0, 0, 0);
    private static final LinkCounts ONE_PASSED = new LinkCounts(0, 1, 0, 0, 0);
    private static final LinkCounts ONE_LOST = new LinkCounts(0, 0, 1, 0, 0);
    private static final LinkCounts ONE_DUPLICATED = new LinkCounts(0, 0, 0, 1, 0);
    private static final LinkCounts ONE_CORRUPTED = new LinkCounts(0, 0, 0, 0, 1);

    private final EventLoop loop;
    private final Link link;
    private final Sample sample;
    private final SplittableRandom chance;
    private final Timetable timetable = new Timetable();
    private final Set<LiveConnection> connections = new HashSet<>();
    private final PriorityQueue<Underway> underWay = new PriorityQueue<>(NEXT_OUT);
    private volatile LinkConditions faults = LinkConditions.NONE;
    private volatile LinkCounts counts = LinkCounts.NONE;
    private final LongAdder overtaken = new LongAdder();
    private long highestOut;
    private final Map<FrameKind, PassedMessages> passed = new ConcurrentHashMap<>();
    private long bytesUnderWay;
    private boolean isFull;
    private long lastSeen;
    private long lastNumber;
    private Future<?> alarm; // null while nothing is on its way
    private long alarmNanos;

    /** A message on its way. */
    private static final class Underway extends Transit {
        final long number;
        final Frame frame;
        final LiveConnection connection;

        Underway(long number, Frame frame, Chances chances, LiveConnection connection) {
            super(chances, frame.bytes().length);
            this.number = number;
            this.frame = frame;
            this.connection = connection;
        }
    }

    /** @param sample gets the end of every message */
    LiveLink(EventLoop loop, Link link, long seed, Sample sample) {
        this.loop = loop;
        this.link = link;
        this.sample = sample;
        this.chance = new SplittableRandom(seed);
    }

    Link link() {
        return link;
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

    /** These faults act on the next message, and on what is on its way. Called on any thread. */
    void setConditions(LinkConditions newFaults) {
        faults = newFaults;
        loop.execute(this::reconsider);
    }

    private void reconsider() {
        List<Underway> inOrder = new ArrayList<>(underWay);
        inOrder.sort(BY_ARRIVAL);
        underWay.clear();
        List<Underway> lost =
                inOrder.stream().filter(copy -> copy.chances.isLost(faults)).toList();
        inOrder.removeIf(copy -> copy.chances.isLost(faults));
        timetable.change(inOrder, faults, System.nanoTime());
        underWay.addAll(inOrder);
        lost.forEach(copy -> {
            lost(copy.frame);
            leaves(copy);
        });
        letOutWhatIsDue();
        connections().forEach(LiveConnection::faultsChanged);
    }

    /** Called on any thread. */
    LinkConditions faults() {
        return faults;
    }

    /** Called on any thread. */
    LinkCounts counts() {
        return counts;
    }

    /** Called on any thread. */
    Map<FrameKind, PassedMessages> passed() {
        return Map.copyOf(passed);
    }

    /** Called on any thread. */
    long overtaken() {
        return overtaken.sum();
    }

    private void count(LinkCounts more) {
        counts = counts.plus(more);
    }

    /** The number of the last message that came in, 0 if none has. */
    long lastSeen() {
        return lastSeen;
    }

    /** Returns whether so much is on its way that nothing more should be read. */
    boolean isFull() {
        return isFull;
    }

    /** Passes nothing on any more; gives what is on its way. */
    List<Frozen.FrameUnderWay> stop() {
        connections.forEach(LiveConnection::release);
        List<Frozen.FrameUnderWay> left = new ArrayList<>();
        underWay.stream().sorted(BY_ARRIVAL).forEach(copy -> {
            for (int i = 0; i < copy.chances.copies(faults); i++) {
                left.add(new Frozen.FrameUnderWay(copy.frame, i == 0 && copy.chances.isCorrupt(faults)));
            }
        });
        drop();
        return left;
    }

    /** Breaks all connections off; what is on its way is lost. */
    void reset() {
        underWay.forEach(copy -> lost(copy.frame));
        drop();
        connections().forEach(LiveConnection::reset);
    }

    private void drop() {
        List<Underway> dropped = List.copyOf(underWay);
        underWay.clear();
        timetable.forget();
        setAlarm();
        dropped.forEach(this::leaves);
    }

    /** @param connection by which it came */
    void arrived(Frame frame, LiveConnection connection) {
        lastSeen = frame.id();
        LinkConditions met = faults; // before it counts: who has seen it come in sets faults for the next
        count(ONE_SENT);
        if (met.isNone() && underWay.isEmpty()) {
            pass(frame, frame.bytes(), connection);
            return;
        }
        Underway copy = new Underway(++lastNumber, frame, Chances.draw(chance), connection);
        if (copy.chances.isLost(met)) {
            lost(frame);
            return;
        }
        long now = System.nanoTime();
        timetable.admit(copy, met, now);
        if (copy.dueNanos <= now && underWay.isEmpty()) {
            comesOut(copy, met);
        } else {
            underWay.add(copy);
            connection.begins();
            changeBytesUnderWay(copy.bytes);
            setAlarm();
        }
    }

    private void lost(Frame frame) {
        count(ONE_LOST);
        sample.ended(link, frame.kind(), LinkEvent.LinkOutcome.LOST);
    }

    /** One timer for all, since timers that ring together may ring in any order. */
    private void setAlarm() {
        Underway next = underWay.peek();
        if (alarm != null && (next == null || next.dueNanos != alarmNanos)) {
            alarm.cancel(false);
            alarm = null;
        }
        if (alarm == null && next != null) {
            alarmNanos = next.dueNanos;
            alarm = loop.schedule(this::rings, Math.max(alarmNanos - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
        }
    }

    private void rings() {
        alarm = null;
        letOutWhatIsDue();
    }

    private void letOutWhatIsDue() {
        Set<LiveConnection> used = new HashSet<>();
        long now = System.nanoTime();
        for (Underway next = underWay.peek(); next != null && next.dueNanos <= now; next = underWay.peek()) {
            underWay.remove();
            comesOut(next, faults);
            used.add(next.connection);
            leaves(next);
        }
        used.forEach(LiveConnection::flush);
        setAlarm();
    }

    private void comesOut(Underway copy, LinkConditions met) {
        int copies = copy.chances.copies(met);
        if (copy.number < highestOut) {
            overtaken.increment();
        }
        highestOut = Math.max(highestOut, copy.number);
        if (copies > 1) {
            count(ONE_DUPLICATED);
        }
        for (int i = 0; i < copies; i++) {
            byte[] whole = copy.frame.bytes();
            boolean corrupt = i == 0 && copy.chances.isCorrupt(met);
            pass(copy.frame, corrupt ? Fabric.corrupted(whole, copy.chances.corruptAt()) : whole, copy.connection);
        }
    }

    /** It is not on its way any more. */
    private void leaves(Underway copy) {
        changeBytesUnderWay(-copy.bytes);
        copy.connection.ends();
    }

    private void changeBytesUnderWay(long by) {
        bytesUnderWay += by;
        boolean wasFull = isFull;
        isFull = bytesUnderWay > (wasFull ? MAX_BYTES / 2 : MAX_BYTES);
        if (isFull != wasFull) {
            connections.forEach(LiveConnection::readIfThereIsRoom);
        }
    }

    /** @param bytes the frame's own, or others that are to arrive instead */
    private void pass(Frame frame, byte[] bytes, LiveConnection connection) {
        if (!connection.pass(frame, bytes)) {
            lost(frame);
            return;
        }
        count(ONE_PASSED);
        passed.merge(frame.kind(), new PassedMessages(1, bytes.length), PassedMessages::plus);
        boolean corrupt = bytes != frame.bytes();
        if (corrupt) {
            count(ONE_CORRUPTED);
        }
        sample.ended(link, frame.kind(), corrupt ? LinkEvent.LinkOutcome.CORRUPTED : LinkEvent.LinkOutcome.PASSED);
    }
}
