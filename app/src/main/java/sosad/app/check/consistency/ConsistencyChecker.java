package sosad.app.check.consistency;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/**
 * Judges the reads of a history while it happens: which are stale, which break the guarantees of sessions, and which no
 * rule can explain. It is told of each write when it is sent and of each request when it is over, in the order of time,
 * and takes constant time for each. It says nothing that the history does not prove: of two writes that overlap it does
 * not know the order, and one that was never answered may still be done ({@code docs/decisions/0091}). Used by one
 * thread at a time.
 */
public final class ConsistencyChecker {
    private static final int MAX_EARLY = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<NodeId> stores;
    private final Map<String, KeyHistory> keys = new HashMap<>();
    private final List<KeyHistory> keysByIndex = new ArrayList<>();
    private final ClientViews views = new ClientViews();
    private final ShownWrites shown;
    private final Findings findings = new Findings();
    private final StalenessCurves curves = new StalenessCurves();
    private final ReadJudge judge;
    private final Map<String, Integer> early = new HashMap<>();
    private long writes;
    private long unjudged;

    /** @param stores the servers that hold data; what stands before them, as a gateway, is none */
    public ConsistencyChecker(Collection<NodeId> stores) {
        this.stores = List.copyOf(stores);
        shown = new ShownWrites(this.stores.size(), keysByIndex::get);
        judge = new ReadJudge(this.stores.size(), views, shown, findings, curves);
    }

    /**
     * A write or delete is sent.
     *
     * @param version the number in the value; {@link Operation#NOTHING} for a delete
     */
    public void sends(int client, NodeId server, String key, long version, long nanos) {
        writes++;
        history(key).send(client, server, stores.contains(server), version, nanos);
        if (!early.isEmpty()) {
            int reads = Optional.ofNullable(early.remove(name(key, version))).orElse(0);
            findings.move(Anomaly.FOREIGN, Anomaly.FUTURE, reads);
        }
    }

    private KeyHistory history(String key) {
        KeyHistory history = keys.get(key);
        if (history == null) {
            history = new KeyHistory(keysByIndex.size(), stores.size());
            keys.put(key, history);
            keysByIndex.add(history);
        }
        return history;
    }

    /**
     * A request is over; returns by how many versions a read was stale, or {@link Operation#NOT_JUDGED}.
     *
     * @throws IllegalArgumentException for a write that was not sent
     */
    public int completed(Operation operation) {
        if (operation.outcome() != OperationOutcome.OK) {
            return Operation.NOT_JUDGED; // it may have been done or not, now or later
        }
        KeyHistory history = history(operation.key());
        if (operation.kind() == OperationKind.READ) {
            return read(history, operation);
        }
        acknowledge(history, operation);
        return Operation.NOT_JUDGED;
    }

    private void acknowledge(KeyHistory history, Operation write) {
        int number = history.writes.openOf(write.client(), write.version());
        if (number == KeyWrites.UNKNOWN) {
            throw new IllegalArgumentException(
                    format("client %d has an answer to what it did not send: %s", write.client(), write));
        }
        long nanos = write.completedNanos();
        history.writes.acknowledge(number, nanos);
        views.wrote(views.slot(write.client(), history.index), number, nanos);
        int store = stores.indexOf(write.server());
        if (store >= 0) {
            history.held(store).raise(nanos, number, Knowledge.WRITTEN.code());
        }
    }

    /**
     * It is known by now that a server holds this version of a key, or a newer one.
     *
     * @param how how that is known
     */
    public void holds(NodeId server, String key, long version, Knowledge how, long nanos) {
        KeyHistory history = keys.get(key);
        int store = stores.indexOf(server);
        if (history == null || store < 0 || version <= Operation.NOTHING) {
            return;
        }
        int write = history.writes.seen(version);
        if (write >= 0) {
            history.held(store).raise(nanos, write, how.code());
        }
    }

    /** Returns since when and how it is known that a server holds a version of a key or a newer one, in words. */
    Optional<String> knownToHold(NodeId server, String key, long version) {
        KeyHistory history = keys.get(key);
        int store = stores.indexOf(server);
        int write = history == null ? KeyWrites.UNKNOWN : history.writes.seen(version);
        if (store < 0 || write < 0) {
            return Optional.empty();
        }
        Timeline held = history.held(store);
        int first = held.firstAtLeast(write);
        return first < 0
                ? Optional.empty()
                : Optional.of(format(
                        "%.3f s  %s has v%d or newer by then: %s",
                        held.nanos(first) / NANOS_PER_SECOND,
                        server,
                        version,
                        Knowledge.of(held.note(first)).words()));
    }

    /** A server has lost what it held, and was meant to: what was known of it counts no more. */
    public void emptied(NodeId server) {
        int store = stores.indexOf(server);
        if (store >= 0) {
            keysByIndex.forEach(history -> history.forget(store));
            shown.forget(store);
        }
    }

    private int read(KeyHistory history, Operation read) {
        if (read.version() == Operation.FOREIGN) {
            judge.found(Anomaly.FOREIGN, read, history, KeyWrites.INITIAL);
            return Operation.NOT_JUDGED;
        }
        int seen = history.writes.seen(read.version());
        if (seen == KeyWrites.UNKNOWN) {
            judge.found(Anomaly.FOREIGN, read, history, KeyWrites.INITIAL);
            if (early.size() < MAX_EARLY) {
                early.merge(name(read.key(), read.version()), 1, Integer::sum);
            }
            return Operation.NOT_JUDGED;
        }
        if (seen == KeyWrites.OPEN) {
            unjudged++;
            return Operation.NOT_JUDGED;
        }
        int slot = views.slot(read.client(), history.index);
        int store = stores.indexOf(read.server());
        int behind = judge.judge(history, read, seen, slot, store);
        if (seen >= 0) {
            learn(history, read, seen, slot, store);
        }
        return behind;
    }

    private static String name(String key, long version) {
        return version + " " + key;
    }

    /** What the read has shown counts for all that are sent from now on. */
    private void learn(KeyHistory history, Operation read, int seen, int slot, int store) {
        long nanos = read.completedNanos();
        if (views.read(slot, seen, nanos)) {
            shown.read(read.client(), history.index, seen, nanos);
        }
        if (store >= 0) {
            history.held(store).raise(nanos, seen, Knowledge.SHOWN.code());
            shown.shown(store, history.writes.client(seen), history.writes.sentNanos(seen), nanos);
        }
    }

    /** Returns what was found so far. */
    public ConsistencyReport report() {
        return ConsistencyReport.of(writes, unjudged, findings, curves);
    }
}
