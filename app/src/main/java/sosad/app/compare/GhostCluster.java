package sosad.app.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/**
 * The cluster of the ghosts: it pushes as ours do, over the same network, and at each sync any two nodes make their
 * stores equal. As every ghost does that, they share the stores, and differ in what it costs alone.
 */
final class GhostCluster extends ModelCluster {
    private final SimNetwork network;
    private final List<Reconciliation> ghosts;
    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>(Comparator.comparingLong(Arrival::atMillis).thenComparing(Arrival::number));
    private long arrivalNumber;

    /** A push that will arrive. */
    private record Arrival(long atMillis, long number, NodeId to, List<Entry> changes) {}

    GhostCluster(CompareSettings settings, SimNetwork network, WriteTracker tracker, List<Reconciliation> ghosts) {
        super(settings, tracker);
        this.network = network;
        this.ghosts = ghosts;
    }

    @Override
    void push(NodeId from, List<Entry> changes) {
        for (NodeId to : up()) {
            if (!to.equals(from)) {
                ghosts.forEach(ghost -> ghost.push(changes));
                for (long at : network.send(new Link(from, to), FrameKind.PUSH, now())) {
                    arrivals.add(new Arrival(at, arrivalNumber++, to, changes));
                }
            }
        }
    }

    @Override
    void arrive() {
        while (!arrivals.isEmpty() && arrivals.element().atMillis() <= now()) {
            Arrival arrival = arrivals.remove();
            if (isUp(arrival.to())) {
                arrival.changes().forEach(change -> take(arrival.to(), change));
            }
        }
    }

    /** The exchange of a pair takes place if the network would have let a sync pass both ways now. */
    @Override
    void sync() {
        List<NodeId> up = up();
        List<Runnable> repairs = new ArrayList<>();
        for (int i = 0; i < up.size(); i++) {
            for (NodeId second : up.subList(i + 1, up.size())) {
                NodeId first = up.get(i);
                boolean passes = passes(new Link(first, second)) & passes(new Link(second, first));
                if (passes) {
                    repairs.add(reconcile(first, second));
                }
            }
        }
        repairs.forEach(Runnable::run);
    }

    private boolean passes(Link link) {
        return !network.send(link, FrameKind.SYNC, now()).isEmpty();
    }

    /** Counts what it costs; the repair follows when all pairs have looked at their stores. */
    private Runnable reconcile(NodeId first, NodeId second) {
        Map<Key, Entry> here = store(first);
        Map<Key, Entry> there = store(second);
        StoreDifference difference = StoreDifference.between(here, there);
        ghosts.forEach(ghost -> ghost.reconcile(here, there, difference));
        return () -> {
            difference.newerHere().forEach(entry -> take(second, entry));
            difference.newerThere().forEach(entry -> take(first, entry));
        };
    }
}
