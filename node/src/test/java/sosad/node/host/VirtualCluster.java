package sosad.node.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;
import sosad.wire.WireSizing;

/** Live nodes whose time is a number: alarms and messages are events in one queue. */
final class VirtualCluster {
    private static final long LATENCY_MILLIS = 1;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private final Map<NodeId, Drive> drives = new TreeMap<>();
    private final Set<NodeId> closed = new HashSet<>();
    private ToLongFunction<Frame> latencyMillis = frame -> LATENCY_MILLIS;
    private final Random chance;
    private double loss;
    private Predicate<Frame> lost = frame -> false;
    private long now;
    private long orders;
    long bytes;
    long entriesSent;
    final List<PeerMessage> delivered = new ArrayList<>();

    /** How many messages were handed to a link that was closed. */
    int sentToClosed;

    /** When syncs were sent, by link, {@code A>B}; those that were lost too. */
    final Map<String, List<Long>> syncs = new TreeMap<>();

    private record Event(long at, long order, Runnable what) {}

    VirtualCluster(long seed, int nodes, Rules rules, Live live) {
        chance = new Random(seed);
        List<NodeId> ids = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            ids.add(new NodeId(String.valueOf((char) ('A' + i))));
        }
        for (NodeId id : ids) {
            Set<NodeId> peers = new HashSet<>(ids);
            peers.remove(id);
            Replica replica = new Replica(id, peers, rules, 1, new WireSizing());
            NodeClock clock = new NodeClock(rules.startTime(), () -> now);
            Drive drive = new Drive(
                    replica,
                    clock,
                    new Link(),
                    Journal.NONE,
                    this::after,
                    ReadMode.LOCAL,
                    ((long) id.name().charAt(0)) << Integer.SIZE);
            drives.put(id, drive);
        }
        drives.values().forEach(drive -> drive.goLive(live));
    }

    Drive node(String id) {
        return drives.get(new NodeId(id));
    }

    Set<Entry> entries(String id) {
        Set<Entry> entries = new HashSet<>();
        node(id).forEachEntry(entries::add);
        return entries;
    }

    boolean haveConverged() {
        Set<Set<Entry>> different = new HashSet<>();
        drives.keySet().forEach(id -> different.add(entries(id.name())));
        return different.size() == 1;
    }

    void write(String at, String key, String value) {
        node(at).put(new Key(key), Value.of(value), "test");
    }

    /** From now on each message is lost with this probability. */
    void loseAtRandom(double probability) {
        loss = probability;
    }

    /** From now on these messages are lost. */
    void lose(Predicate<Frame> frames) {
        lost = frames;
    }

    /** From now on messages from one node to another take so long; the others are as quick as ever. */
    void slow(String from, String to, long millis) {
        latencyMillis =
                frame -> frame.from().name().equals(from) && frame.to().name().equals(to) ? millis : LATENCY_MILLIS;
    }

    /** Whether the links to this node are open. */
    void open(String node, boolean open) {
        if (open) {
            closed.remove(new NodeId(node));
        } else {
            closed.add(new NodeId(node));
        }
    }

    long now() {
        return now;
    }

    /** Lets this much time pass. */
    void run(long millis) {
        long end = now + millis;
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event event = events.remove();
            now = event.at();
            event.what().run();
        }
        now = end;
    }

    Alarm.Set after(long millis, Runnable then) {
        Event event = new Event(now + millis, orders++, then);
        events.add(event);
        return () -> events.remove(event);
    }

    private final class Link implements Outbox {
        @Override
        public void send(Frame frame) {
            bytes += frame.bytes().length;
            boolean isLost = closed.contains(frame.to()) || lost.test(frame) || chance.nextDouble() < loss;
            Runnable delivery = frame.kind().isInquiry() ? () -> hear(frame) : delivery(decode(frame));
            sentToClosed += closed.contains(frame.to()) ? 1 : 0;
            if (frame.kind() == FrameKind.SYNC) {
                syncs.computeIfAbsent(frame.from() + ">" + frame.to(), link -> new ArrayList<>())
                        .add(now);
            }
            if (!isLost) {
                after(latencyMillis.applyAsLong(frame), delivery);
            }
        }

        private Runnable delivery(PeerMessage message) {
            entriesSent += message.update().changes().size();
            return () -> {
                delivered.add(message);
                drives.get(message.update().to()).receive(message);
            };
        }

        @Override
        public boolean hasRoom(NodeId peer) {
            return !closed.contains(peer);
        }
    }

    private void hear(Frame frame) {
        try {
            drives.get(frame.to()).hear(PeerCodec.decodeInquiry(frame));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static PeerMessage decode(Frame frame) {
        try {
            return PeerCodec.decode(frame);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
