package sosad.app.compare;

import java.util.List;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The cluster whose nodes know what the others lack, and from which nothing is lost: it sends the least possible
 * (section "The least possible" of {@code docs/compare.md}).
 */
final class IdealCluster extends ModelCluster {
    private final SimNetwork network;
    private long entries;

    IdealCluster(CompareSettings settings, SimNetwork network, WriteTracker tracker) {
        super(settings, tracker);
        this.network = network;
    }

    @Override
    void push(NodeId from, List<Entry> changes) {
        for (NodeId to : up()) {
            changes.forEach(change -> send(from, to, change));
        }
    }

    /** Whoever was not reached by a push gets what it lacks now, from anybody. */
    @Override
    void sync() {
        for (NodeId from : up()) {
            for (Key key : pushed(from)) {
                up().forEach(to -> send(from, to, store(from).get(key)));
            }
        }
    }

    private void send(NodeId from, NodeId to, Entry entry) {
        if (!from.equals(to) && !network.isCut(new Link(from, to)) && lacks(to, entry)) {
            entries++;
            take(to, entry);
        }
    }

    @Override
    void arrive() {
        // Everything arrives at once.
    }

    /** Returns how many entries had to be sent. */
    long entries() {
        return entries;
    }
}
