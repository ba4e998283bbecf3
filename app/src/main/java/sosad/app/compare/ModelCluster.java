package sosad.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sosad.message.Launch.StoreKind;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * A cluster without a protocol: stores that push what their clients write at the moments at which live nodes do, and
 * are reconciled at the moments at which those sync.
 */
abstract class ModelCluster implements ComparedCluster {
    private final Map<NodeId, ModelNode> nodes = new TreeMap<>();
    private final boolean keeps;
    private final WriteTracker tracker;

    /** One node. */
    private static final class ModelNode {
        final Map<Key, Entry> store = new TreeMap<>();
        final Set<Key> owed = new LinkedHashSet<>();
        boolean isUp = true;
        Optional<Long> pushAtMillis = Optional.of(PUSH_MILLIS);
        long clock;
        long skewMillis;
        long sequence;
    }

    ModelCluster(CompareSettings settings, WriteTracker tracker) {
        this.keeps = settings.store() == StoreKind.DISK;
        this.tracker = tracker;
        settings.nodeIds().forEach(id -> nodes.put(id, new ModelNode()));
    }

    private long now;

    /** A node pushes these entries, whatever others hold. */
    abstract void push(NodeId from, List<Entry> changes);

    /** All nodes sync. */
    abstract void sync();

    /** What is under way arrives. */
    abstract void arrive();

    @Override
    public void tick(long nowMillis) {
        now = nowMillis;
        arrive();
        nodes.forEach((id, node) -> {
            if (node.pushAtMillis.filter(at -> at <= now).isPresent()) {
                node.pushAtMillis = Optional.empty();
                List<Entry> own = owed(id);
                node.owed.clear();
                if (!own.isEmpty()) {
                    push(id, own);
                }
            }
        });
        if (now % SYNC_MILLIS == 0) {
            sync();
        }
    }

    private List<Entry> owed(NodeId id) {
        List<Entry> own = new ArrayList<>();
        ModelNode node = nodes.get(id);
        for (Key key : node.owed) {
            Entry held = node.store.get(key);
            if (held.version().origin().equals(id)) {
                own.add(held);
            }
        }
        return own;
    }

    long now() {
        return now;
    }

    /** The nodes that are up. */
    List<NodeId> up() {
        return nodes.entrySet().stream()
                .filter(node -> node.getValue().isUp)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns what a node holds and its clients need not wait for its next push to send, by key. */
    Set<Key> pushed(NodeId id) {
        ModelNode node = nodes.get(id);
        Set<Key> pushed = new TreeSet<>(node.store.keySet());
        pushed.removeAll(node.owed);
        return pushed;
    }

    /** Returns what a node holds. */
    Map<Key, Entry> store(NodeId id) {
        return nodes.get(id).store;
    }

    /** Returns whether a node holds nothing as new as this. */
    boolean lacks(NodeId id, Entry entry) {
        Entry held = nodes.get(id).store.get(entry.key());
        return held == null || held.version().compareTo(entry.version()) < 0;
    }

    /** A node takes an entry, if it lacks it. */
    void take(NodeId id, Entry entry) {
        if (lacks(id, entry)) {
            ModelNode node = nodes.get(id);
            node.store.put(entry.key(), entry);
            node.clock = Math.max(node.clock, entry.timestamp());
            tracker.holds(id, entry.key(), entry.version(), now);
        }
    }

    @Override
    public Optional<Version> write(PlannedRequest request) {
        ModelNode node = nodes.get(request.at());
        node.clock = Math.max(now + node.skewMillis, node.clock + 1);
        Version version = new Version(node.clock, request.at(), 1, ++node.sequence);
        node.store.put(request.key(), new Entry(request.key(), Optional.of(request.value()), version));
        node.owed.add(request.key());
        node.pushAtMillis = node.pushAtMillis.or(() -> Optional.of(now + PUSH_MILLIS));
        return Optional.of(version);
    }

    @Override
    public Optional<Version> held(NodeId id, Key key) {
        return Optional.ofNullable(nodes.get(id).store.get(key)).map(Entry::version);
    }

    @Override
    public boolean isUp(NodeId id) {
        return nodes.get(id).isUp;
    }

    @Override
    public void stop(NodeId id, boolean inGoodOrder) {
        ModelNode node = nodes.get(id);
        List<Entry> own = owed(id);
        if (inGoodOrder && !own.isEmpty()) {
            push(id, own);
        }
        node.isUp = false;
        node.owed.clear();
        node.pushAtMillis = Optional.empty();
        node.clock = 0;
        node.skewMillis = 0;
    }

    @Override
    public void start(NodeId id, boolean wipe) {
        ModelNode node = nodes.get(id);
        node.isUp = true;
        node.pushAtMillis = Optional.of(now + PUSH_MILLIS);
        if (wipe || !keeps) {
            node.store.clear();
        }
        node.store.values().forEach(entry -> node.clock = Math.max(node.clock, entry.timestamp()));
    }

    @Override
    public void skew(NodeId id, long millis) {
        nodes.get(id).skewMillis = millis;
    }

    @Override
    public void measureMemory() {
        // What a model needs is said by those that make one.
    }

    @Override
    public void continueFairly() {
        for (NodeId from : nodes.keySet()) {
            nodes.keySet().forEach(to -> store(from).values().forEach(entry -> take(to, entry)));
        }
    }
}
