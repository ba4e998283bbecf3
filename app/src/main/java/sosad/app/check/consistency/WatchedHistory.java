package sosad.app.check.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.app.check.DataWatcher;
import sosad.app.check.consistency.PendingDeliveries.Brought;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationListener;
import sosad.app.load.OperationOutcome;
import sosad.app.load.Stamp;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/**
 * A history as it happens, judged with everything that is known of the servers: what clients were answered, what the
 * nodes reported, and what the network delivered. Safe for use by several threads.
 */
final class WatchedHistory implements OperationListener, DataWatcher {
    private final ConsistencyChecker checker;
    private final Map<NodeId, PendingDeliveries> deliveries = new TreeMap<>();
    private final String keyPrefix;
    private final long originNanos;
    private long reports;
    private long delivered;

    /**
     * @param stores the servers that hold data
     * @param keyPrefix with which the keys begin
     * @param originNanos from when time is counted, by {@link System#nanoTime}
     */
    WatchedHistory(List<NodeId> stores, String keyPrefix, long originNanos) {
        checker = new ConsistencyChecker(stores);
        stores.forEach(store -> deliveries.put(store, new PendingDeliveries(store, this::hasRead)));
        this.keyPrefix = keyPrefix;
        this.originNanos = originNanos;
    }

    private void hasRead(NodeId store, Brought brought, long nanos) {
        checker.holds(store, brought.key(), brought.version(), Knowledge.DELIVERED, nanos);
    }

    @Override
    public synchronized void sends(int client, NodeId server, String key, long version, long nanos) {
        checker.sends(client, server, key, version, nanos);
    }

    @Override
    public synchronized int completed(Operation operation) {
        int staleBy = checker.completed(operation);
        if (operation.kind() != OperationKind.READ
                && operation.outcome() == OperationOutcome.OK
                && deliveries.containsKey(operation.server())) {
            deliveries.get(operation.server()).acknowledged(operation.invokedNanos(), operation.completedNanos());
        }
        return staleBy;
    }

    @Override
    public synchronized void reported(NodeId node, Entry entry) {
        if (entry.key().text().startsWith(keyPrefix)) {
            reports++;
            version(entry)
                    .ifPresent(brought -> checker.holds(
                            node,
                            brought.key(),
                            brought.version(),
                            Knowledge.REPORTED,
                            System.nanoTime() - originNanos));
        }
    }

    private static Optional<Brought> version(Entry entry) {
        String key = entry.key().text();
        return entry.value()
                .map(value -> Stamp.number(key, value.text()))
                .flatMap(number ->
                        number.isPresent() ? Optional.of(new Brought(key, number.getAsLong())) : Optional.empty());
    }

    @Override
    public void delivered(Frame frame, long connection) {
        List<Brought> brought = brought(frame);
        synchronized (this) {
            PendingDeliveries pending = deliveries.get(frame.to());
            if (pending != null) {
                delivered += brought.size();
                pending.delivered(connection, frame.bytes().length, brought);
            }
        }
    }

    private List<Brought> brought(Frame frame) {
        if (frame.kind().isInquiry()) {
            return List.of(); // it serves a read, which may be over
        }
        List<Brought> brought = new ArrayList<>();
        try {
            for (Entry entry : PeerCodec.decode(frame).update().changes()) {
                if (entry.key().text().startsWith(keyPrefix)) {
                    version(entry).ifPresent(brought::add);
                }
            }
        } catch (MalformedException e) {
            return List.of(); // its destination refuses it
        }
        return brought;
    }

    @Override
    public synchronized void ending(Link link, long connection) {
        PendingDeliveries pending = deliveries.get(link.to());
        if (pending != null) {
            pending.ending(connection);
        }
    }

    @Override
    public synchronized void emptied(NodeId node) {
        checker.emptied(node);
        if (deliveries.containsKey(node)) {
            deliveries.get(node).clear();
        }
    }

    /** Returns since when and how it is known that a server holds what was expected of it, in words. */
    synchronized Optional<String> knownToHold(Finding finding) {
        return checker.knownToHold(finding.read().server(), finding.read().key(), finding.expected());
    }

    /** Returns what was found so far. */
    synchronized ConsistencyReport report() {
        return checker.report();
    }

    /** Returns how many entries nodes have reported. */
    synchronized long reports() {
        return reports;
    }

    /** Returns how many entries the network has delivered. */
    synchronized long deliveries() {
        return delivered;
    }

    /** Returns of how many messages it is not known what they brought. */
    synchronized long forgottenDeliveries() {
        return deliveries.values().stream()
                .mapToLong(PendingDeliveries::forgotten)
                .sum();
    }
}
