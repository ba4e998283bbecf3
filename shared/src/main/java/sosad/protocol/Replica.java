package sosad.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Received.Standing;

/**
 * One key-value replica under the SOSAD rules ({@code docs/protocol.md}). A state machine: it is told what happens (a
 * client writes, a message arrives, a push or a sync is due) and answers with what changed or what is to be sent. Not
 * safe for use by several threads; whoever owns it calls it from one.
 */
public final class Replica {
    private final NodeId id;
    private final Rules rules;
    private final Sizing sizing;
    private final long storeId;
    private final TreeMap<NodeId, Peer> peers = new TreeMap<>();
    private final Store store;
    private long sequence;
    private NodeId lastRollingSync;

    /**
     * A replica with an empty store.
     *
     * @param id its name
     * @param peers the other nodes of the cluster
     * @param rules the cluster's switches
     * @param storeId the number of the store that begins here: greater than any before at this node, from 1
     * @param sizing how much fits into one message
     */
    public Replica(NodeId id, Collection<NodeId> peers, Rules rules, long storeId, Sizing sizing) {
        if (storeId <= Peer.NO_STORE) {
            throw new IllegalArgumentException("store ids begin at 1, not " + storeId);
        }
        if (peers.contains(id)) {
            throw new IllegalArgumentException(id + " cannot be its own peer");
        }
        this.id = id;
        this.rules = rules;
        this.sizing = sizing;
        this.storeId = storeId;
        this.lastRollingSync = id;
        this.store = new Store(rules.content() != Content.PER_KEY);
        peers.forEach(peer -> this.peers.put(peer, new Peer(rules.startTime())));
    }

    public NodeId id() {
        return id;
    }

    public Rules rules() {
        return rules;
    }

    public long storeId() {
        return storeId;
    }

    /** The other nodes, in alphabetical order. */
    public SortedSet<NodeId> peers() {
        return Collections.unmodifiableSortedSet(peers.navigableKeySet());
    }

    /**
     * The row of {@code peer}.
     *
     * @throws IllegalArgumentException if there is no such peer
     */
    public Row row(NodeId peer) {
        return peer(peer).row;
    }

    /** The entry held under {@code key}, which may be a tombstone. */
    public Optional<Entry> entry(Key key) {
        return Optional.ofNullable(store.get(key)).map(Store.Held::entry);
    }

    /** All entries, tombstones included, in the order of the document's tables. Costs O(n log n). */
    public List<Entry> entries() {
        return store.values().stream()
                .map(Store.Held::entry)
                .sorted(Entry.TABLE_ORDER)
                .toList();
    }

    /** Shows every entry, tombstones included, to {@code consumer}, in no order. */
    public void forEach(Consumer<Entry> consumer) {
        store.values().forEach(held -> consumer.accept(held.entry()));
    }

    /** The entry whose key was the {@code nth} to come here, from 0 to {@link #size} - 1; a key keeps its number. */
    public Entry nth(int nth) {
        return store.nth(nth);
    }

    /** How many entries are held, tombstones included. */
    public int size() {
        return store.size();
    }

    /** How many of the entries held are tombstones. */
    public int tombstones() {
        return store.tombstones();
    }

    /** A client writes {@code value} under {@code key} while this node's clock shows {@code timestamp}. */
    public Written put(Key key, Value value, long timestamp) {
        return write(key, Optional.of(value), timestamp);
    }

    /** A client deletes {@code key}; a tombstone is written whether or not a value is held here. */
    public Written delete(Key key, long timestamp) {
        return write(key, Optional.empty(), timestamp);
    }

    private Written write(Key key, Optional<Value> value, long timestamp) {
        boolean hadValue = entry(key).flatMap(Entry::value).isPresent();
        Entry entry = new Entry(key, value, new Version(timestamp, id, storeId, ++sequence));
        boolean won = store.offer(entry);
        if (won) {
            for (Peer peer : peers.values()) {
                peer.owedPushes.add(key);
                if (tracksPeers()) {
                    peer.lacking.add(key);
                }
            }
        }
        return new Written(entry, !won, hadValue);
    }

    /**
     * A push to {@code to}: what this node's own clients wrote since its last push there, as far as it is still this
     * node's own, whatever the peer is known to hold. Empty if there is nothing to push; several messages only if one
     * cannot hold it.
     */
    public List<Update> push(NodeId to) {
        Set<Key> owed = peer(to).owedPushes;
        List<Entry> changes =
                inMessageOrder(owed, held -> held.entry().version().origin().equals(id));
        if (changes.isEmpty()) {
            return List.of();
        }
        owed.clear();
        return compose(Kind.PUSH, to, changes);
    }

    /**
     * A sync to {@code to}: what the content rule yields. Empty if that is nothing, except under per-key, where a sync
     * is always sent. Several messages only if one cannot hold it: all but the last then count as pushes.
     *
     * @param wanted narrows the contents
     */
    public List<Update> sync(NodeId to, Predicate<Key> wanted) {
        List<Entry> changes = offers(peer(to)).stream()
                .filter(entry -> wanted.test(entry.key()))
                .toList();
        return changes.isEmpty() && !tracksPeers() ? List.of() : compose(Kind.SYNC, to, changes);
    }

    /** Where a sync without named destinations goes now; under rolling every call moves on to the next peer. */
    public List<NodeId> syncDestinations() {
        if (rules.schedule() == Schedule.TOGETHER || peers.isEmpty()) {
            return List.copyOf(peers.keySet());
        }
        NodeId next = peers.higherKey(lastRollingSync);
        lastRollingSync = next == null ? peers.firstKey() : next;
        return List.of(lastRollingSync);
    }

    /** A restarted node's word to {@code to} that it is back. */
    public Update hello(NodeId to) {
        return update(
                Kind.HELLO,
                to,
                Contents.split(List.of(), List.of(), rules.timestamps(), sizing).get(0));
    }

    /**
     * A message for this node arrives.
     *
     * @throws IllegalArgumentException if it is not for this node or not from a peer; nothing changes then
     */
    public Received receive(Update update) {
        if (!update.to().equals(id)) {
            throw new IllegalArgumentException("a message for %s came to %s".formatted(update.to(), id));
        }
        Peer sender = peer(update.from());
        if (update.storeId() < sender.storeId) {
            return new Received(Standing.STRAGGLER, apply(update, Optional.empty()), sender.row);
        }
        boolean cameBackEmpty = sender.storeId != Peer.NO_STORE && update.storeId() > sender.storeId;
        if (cameBackEmpty) {
            forget(sender);
        }
        sender.storeId = update.storeId();
        update.receipts().forEach(receipt -> take(receipt, sender));
        List<Entry> applied = apply(update, Optional.of(sender));
        if (!update.changes().isEmpty()) {
            sender.row = sender.row.heard(Contents.newest(update.changes()));
        }
        if (update.kind() == Kind.SYNC) {
            sender.row = sender.row.synced();
        }
        return new Received(cameBackEmpty ? Standing.CAME_BACK_EMPTY : Standing.CURRENT, applied, sender.row);
    }

    private void forget(Peer sender) {
        sender.row = Row.start(rules.startTime());
        sender.owedReceipts.clear();
        if (tracksPeers()) {
            store.values().forEach(held -> sender.lacking.add(held.entry().key()));
        }
    }

    private static boolean isVersion(Store.Held held, Version version) {
        return held != null && held.entry().version().equals(version);
    }

    private void take(Receipt receipt, Peer sender) {
        if (isVersion(store.get(receipt.key()), receipt.version())) {
            sender.lacking.remove(receipt.key());
        }
    }

    /** Applies the changes; a known sender is thereby known to hold what it sent and is owed receipts. */
    private List<Entry> apply(Update update, Optional<Peer> knownSender) {
        List<Entry> applied = new ArrayList<>();
        for (Entry change : update.changes()) {
            if (store.offer(change)) {
                applied.add(change);
                if (tracksPeers()) {
                    peers.values().forEach(peer -> peer.lacking.add(change.key()));
                }
            }
            if (tracksPeers() && knownSender.isPresent()) {
                Peer sender = knownSender.get();
                if (isVersion(store.get(change.key()), change.version())) {
                    sender.lacking.remove(change.key());
                }
                sender.owedReceipts.put(change.key(), change.version());
            }
        }
        return applied;
    }

    private boolean tracksPeers() {
        return rules.content() == Content.PER_KEY;
    }

    private Collection<Entry> offers(Peer peer) {
        return switch (rules.content()) {
            case REMOTE_NOW -> store.since(peer.row.now());
            case REMOTE_PREV -> store.since(peer.row.prev());
            case FULL -> store.since(Long.MIN_VALUE);
            case PER_KEY -> inMessageOrder(peer.lacking, held -> true);
        };
    }

    private List<Entry> inMessageOrder(Collection<Key> keys, Predicate<Store.Held> wanted) {
        return keys.stream()
                .map(store::get)
                .filter(wanted)
                .sorted(Comparator.comparing(Store.Held::place))
                .map(Store.Held::entry)
                .toList();
    }

    private List<Update> compose(Kind kind, NodeId to, List<Entry> changes) {
        Map<Key, Version> owed = peer(to).owedReceipts;
        List<Receipt> receipts = owed.entrySet().stream()
                .map(receipt -> new Receipt(receipt.getKey(), receipt.getValue()))
                .toList();
        owed.clear();
        List<Contents> parts = Contents.split(receipts, changes, rules.timestamps(), sizing);
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            updates.add(update(i == parts.size() - 1 ? kind : Kind.PUSH, to, parts.get(i)));
        }
        return updates;
    }

    private Update update(Kind kind, NodeId to, Contents contents) {
        Row row = row(to);
        return new Update(
                id,
                to,
                kind,
                storeId,
                row.now(),
                row.prev(),
                contents.stamp(),
                contents.changes(),
                contents.receipts());
    }

    private Peer peer(NodeId peer) {
        Peer found = peers.get(peer);
        if (found == null) {
            throw new IllegalArgumentException("%s has no peer %s".formatted(id, peer));
        }
        return found;
    }
}
