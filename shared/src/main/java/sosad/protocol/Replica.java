package sosad.protocol;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Received.SenderStatus;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.StoreCheck.Claim;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;

/**
 * One key-value replica under the SOSAD rules ({@code docs/protocol.md}). A state machine: it is told what happens (a
 * client writes, a message arrives, a push or a sync is due) and answers with what changed or what is to be sent. Not
 * safe for use by several threads; its owner calls it from one.
 */
public final class Replica {
    /**
     * In live mode no message has more bytes of changes than this, nor of receipts: it takes milliseconds to compose.
     */
    private static final long SLICE_BYTES = 256 << 10;

    /** The most peers a node may have: what it knows of them is kept in the bits of one number. */
    public static final int MAX_PEERS = Long.SIZE;

    private final NodeId id;
    private final Rules rules;
    private final Past past;
    private final Composer composer;
    private final SyncSlices slices;
    private final TreeMap<NodeId, Peer> peers = new TreeMap<>();
    private final Store store;
    private final EarlyReceipts earlyReceipts = new EarlyReceipts();
    private long storeId;
    private long sequence;
    private NodeId lastRollingSync;
    private boolean receiptsForAll;

    /** A replica that comes back with what it saved, of which no change has a number. */
    public Replica(NodeId id, Collection<NodeId> peers, Rules rules, Saved saved, Sizing sizing) {
        this(id, peers, rules, saved, () -> 0, sizing);
    }

    /**
     * A replica that comes back with what it saved; what is said of peers it no longer has is left out.
     *
     * @param id its name
     * @param peers the other nodes of the cluster, at most {@link #MAX_PEERS}
     * @param rules the cluster's switches
     * @param saved what it saved; with nothing in it the store begins here
     * @param number of the last change of the store, be it kept yet or not; it never falls, over restarts too, as long
     *     as the store comes back with all its changes
     * @param sizing how much fits into one message
     */
    public Replica(NodeId id, Collection<NodeId> peers, Rules rules, Saved saved, LongSupplier number, Sizing sizing) {
        if (saved.storeId() <= Peer.NO_STORE) {
            throw new IllegalArgumentException("store ids begin at 1, not " + saved.storeId());
        }
        if (peers.contains(id)) {
            throw new IllegalArgumentException(id + " cannot be its own peer");
        }
        if (peers.size() > MAX_PEERS) {
            throw new IllegalArgumentException(format("a node has at most %d peers, not %d", MAX_PEERS, peers.size()));
        }
        this.id = id;
        this.rules = rules;
        this.storeId = saved.storeId();
        this.sequence = saved.sequence();
        this.lastRollingSync = id;
        this.store = new Store(!tracksPeers());
        this.past = new Past(saved.starts(), number);
        this.composer = new Composer(id, storeId, past, rules, sizing);
        this.slices = new SyncSlices(store, rules, composer, SLICE_BYTES);
        for (NodeId peer : new TreeSet<>(peers)) {
            this.peers.put(peer, new Peer(peer, this.peers.size(), Row.start(rules.startTime()), store));
        }
        saved.entries().forEach(store::offer);
        saved.peers().forEach(this::remember);
    }

    /**
     * Makes a replica that goes on as the one of which the snapshot was taken would.
     *
     * @param number of the last change of the store, see the constructor
     */
    public static Replica restore(ReplicaSnapshot snapshot, LongSupplier number, Sizing sizing) {
        Saved identity = new Saved(
                snapshot.storeId(), snapshot.sequence(), List.of(), Collections.emptyMap(), snapshot.starts());
        List<NodeId> peers =
                snapshot.peers().stream().map(ReplicaSnapshot.OfPeer::id).toList();
        Replica replica = new Replica(snapshot.id(), peers, snapshot.rules(), identity, number, sizing);
        Map<Long, StoredEntry> byArrival = replica.store.restore(snapshot);
        snapshot.peers().forEach(peer -> replica.peer(peer.id()).restore(peer, byArrival));
        replica.earlyReceipts.restore(snapshot.earlyReceipts());
        replica.lastRollingSync = snapshot.lastRollingSync();
        replica.receiptsForAll = snapshot.receiptsForAll();
        return replica;
    }

    /** The whole state. Costs O(n). */
    public ReplicaSnapshot snapshot() {
        return new ReplicaSnapshot(
                id,
                rules,
                storeId,
                sequence,
                past.starts(),
                store.snapshot(),
                store.keys(),
                store.arrivals(),
                peers.values().stream().map(Peer::snapshot).toList(),
                earlyReceipts.snapshot(),
                lastRollingSync,
                receiptsForAll);
    }

    private void remember(NodeId id, SavedPeer saved) {
        Peer peer = peers.get(id);
        if (peer != null) {
            peer.row = saved.row();
            peer.storeId = saved.storeId();
            saved.heard().forEach(peer.heard::hear);
        }
    }

    public NodeId id() {
        return id;
    }

    public Rules rules() {
        return rules;
    }

    /** Returns how much fits into one message. */
    public Sizing sizing() {
        return composer.sizing();
    }

    /** The number of the store; a greater one than at first if peers have heard more of it than is here. */
    public long storeId() {
        return storeId;
    }

    /** The starts under which the store with this id has changed, see {@link Saved}. */
    public List<Stage> starts() {
        return past.starts();
    }

    /** The other nodes, in alphabetical order. */
    public SortedSet<NodeId> peers() {
        return Collections.unmodifiableSortedSet(peers.navigableKeySet());
    }

    /** This store's count of its clients' writes, those that lost included. */
    public long sequence() {
        return sequence;
    }

    /** Returns what a node with a disk store keeps of {@code peer}. */
    public SavedPeer saved(NodeId peer) {
        return peer(peer).saved();
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
        return Optional.ofNullable(store.get(key)).map(StoredEntry::entry);
    }

    /** All entries, tombstones included, in the order of the document's tables. Costs O(n log n). */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(size());
        forEach(entries::add);
        entries.sort(Entry.TABLE_ORDER);
        return entries;
    }

    /** Shows every entry, tombstones included, to {@code consumer}, in the order of arrival. */
    public void forEach(Consumer<Entry> consumer) {
        for (StoredEntry held = store.oldest(); held != null; held = held.newer) {
            consumer.accept(held.entry());
        }
    }

    /** The entry whose key was the {@code nth} to come here, from 0 to {@link #size} - 1; a key keeps its number. */
    public Entry nth(int nth) {
        return store.nth(nth).entry();
    }

    /** Returns how many entries are held, tombstones included. */
    public int size() {
        return store.size();
    }

    /** Returns how many of the entries held are tombstones. */
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
        StoredEntry before = store.get(key);
        boolean hadValue = before != null && !before.isTombstone();
        Entry entry = new Entry(key, value, new Version(timestamp, id, storeId, ++sequence));
        boolean won = hold(entry);
        if (won) {
            peers.values().forEach(peer -> peer.owedPushes.add(key));
        }
        return new Written(entry, !won, hadValue);
    }

    /**
     * A push to {@code to}: what this node's own clients wrote since its last push there, as far as it is still this
     * node's own, whatever the peer is known to hold. Empty if that is nothing; several messages only if one cannot
     * hold it. The keys owed are settled in either case.
     */
    public List<Update> push(NodeId to) {
        return push(peer(to), Long.MAX_VALUE);
    }

    /** A push to {@code to} of bounded size, for live mode; what is beyond it stays owed. */
    public List<Update> pushSlice(NodeId to) {
        return push(peer(to), SLICE_BYTES);
    }

    private List<Update> push(Peer peer, long mostBytes) {
        List<StoredEntry> own = new ArrayList<>();
        long room = mostBytes;
        Iterator<Key> owed = peer.owedPushes.iterator();
        while (room > 0 && owed.hasNext()) {
            StoredEntry held = store.get(owed.next());
            owed.remove();
            if (held.origin().equals(id)) {
                own.add(held);
                room -= composer.sizing().bytes(held.entry());
            }
        }
        if (own.isEmpty()) {
            return List.of();
        }
        own.sort(StoredEntry.MESSAGE_ORDER);
        return composer.compose(
                Kind.PUSH, peer, own.stream().map(StoredEntry::entry).toList(), mostBytes);
    }

    /** Gives up the pushes owed to {@code to}; under per-key a later sync offers what they would have carried. */
    public void leavePushesToSync(NodeId to) {
        peer(to).owedPushes.clear();
    }

    /**
     * The receipts owed to {@code to} in a push of bounded size without changes, for live mode; those beyond it stay
     * owed. Empty if there are none.
     */
    public List<Update> receipts(NodeId to) {
        Peer peer = peer(to);
        return peer.owedReceipts.isEmpty() ? List.of() : composer.compose(Kind.PUSH, peer, List.of(), SLICE_BYTES);
    }

    /** Under how many keys this node's clients wrote since its last push to {@code to}. */
    public int owedPushes(NodeId to) {
        return peer(to).owedPushes.size();
    }

    /**
     * Returns how many keys that this node's own clients wrote last {@code to} is not known to have. Under per-key
     * these are the ones that it has not receipted, however they were sent; the other rules know only of pushes still
     * owed.
     */
    public int ownChangesLackedBy(NodeId to) {
        Peer peer = peer(to);
        if (!tracksPeers()) {
            return peer.owedPushes.size();
        }
        int count = 0;
        for (StoredEntry held = peer.lacking.firstLackedBy(peer); held != null; held = held.newer) {
            if (held.origin().equals(id) && !held.isKnownAt(peer)) {
                count++;
            }
        }
        return count;
    }

    /** Returns how many receipts are owed to {@code to}. */
    public int owedReceipts(NodeId to) {
        return peer(to).owedReceipts.size();
    }

    /** Returns whether a receipt is owed to any peer. */
    public boolean owesReceipts() {
        for (Peer peer : peers.values()) {
            if (!peer.owedReceipts.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Sets whether receipts for a peer's own entries go to all peers instead of to it alone, so that these need not
     * pass the entries on to each other, and whether receipts that come before their entry are kept until it comes
     * (live mode, section "Live" of {@code docs/protocol.md}).
     */
    public void receiptToAll(boolean toAll) {
        receiptsForAll = toAll;
        earlyReceipts.clear();
    }

    /**
     * A sync to {@code to}: what the content rule yields. Empty if that is nothing, except under per-key, where a sync
     * is always sent. Several messages only if one cannot hold it: all but the last then count as pushes.
     *
     * @param wanted narrows the contents
     */
    public List<Update> sync(NodeId to, Predicate<Key> wanted) {
        Peer peer = peer(to);
        List<Entry> changes = offers(peer).stream()
                .filter(held -> wanted.test(held.key()))
                .map(StoredEntry::entry)
                .toList();
        return changes.isEmpty() && !tracksPeers() ? List.of() : composer.compose(Kind.SYNC, peer, changes);
    }

    /**
     * Begins a sync to {@code to} in slices: everything on offer is offered, from the oldest on. What is written
     * meanwhile does not prolong a sync by timestamp.
     */
    public void beginSlices(NodeId to) {
        slices.beginAgain(peer(to));
    }

    /** Returns whether more is on offer to {@code to} than the slices so far had. */
    public boolean hasMoreSlices(NodeId to, long arrivedBefore) {
        return slices.hasMore(peer(to), arrivedBefore);
    }

    /**
     * The next slice of the sync to {@code to}, a message of bounded size. Under per-key it is a sync of its own, the
     * header alone if nothing is left; under the other rules all but the last are pushes, and none is sent if there is
     * nothing.
     *
     * @param arrivedBefore leaves out what arrived here later, see {@link #arrivals}; for per-key
     */
    public List<Update> nextSlice(NodeId to, long arrivedBefore) {
        return slices.next(peer(to), arrivedBefore);
    }

    /** Sets whether messages to {@code peer} describe the stores at both ends, as they do at first. */
    public void tell(NodeId peer, boolean isTold) {
        peer(peer).isTold = isTold;
    }

    /** Returns how many changes this store has taken. */
    public long arrivals() {
        return store.arrivals();
    }

    /** Returns where a sync without named destinations goes now; under rolling every call moves on to the next peer. */
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
        return composer.header(Kind.HELLO, peer(to));
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
        update.storeCheck().claim().ifPresent(claim -> check(claim, sender));
        sender.isStraggling = update.storeId() < sender.storeId;
        if (sender.isStraggling) {
            return new Received(SenderStatus.STRAGGLER, apply(update, Optional.empty()), sender.row);
        }
        boolean cameBackEmpty = sender.storeId != Peer.NO_STORE && update.storeId() > sender.storeId;
        if (cameBackEmpty) {
            forget(sender);
        }
        sender.storeId = update.storeId();
        update.storeCheck().stage().ifPresent(sender.heard::hear);
        update.storeCheck().confirmed().forEach(sender.heard::drop);
        update.receipts().forEach(receipt -> take(receipt, sender));
        List<Entry> applied = apply(update, Optional.of(sender));
        if (!update.changes().isEmpty()) {
            sender.row = sender.row.heard(Contents.newest(update.changes()));
        }
        if (update.kind() == Kind.SYNC) {
            sender.row = sender.row.synced();
        }
        return new Received(cameBackEmpty ? SenderStatus.CAME_BACK_EMPTY : SenderStatus.CURRENT, applied, sender.row);
    }

    /** A peer has heard this of this node's store: it must be in its past, or what is here is an older copy. */
    private void check(Claim claim, Peer claimant) {
        if (claim.storeId() > storeId) {
            beginStoreAfter(claim.storeId());
        } else if (claim.storeId() == storeId) {
            if (claim.stages().stream().allMatch(past::includes)) {
                claimant.owedConfirmations =
                        claim.stages().stream().filter(past::isOver).toList();
            } else {
                beginStoreAfter(storeId);
            }
        }
    }

    /**
     * Moves all entries to a greater store id and resets the rows, so that no peer believes that this node holds what
     * another copy of its store held.
     */
    private void beginStoreAfter(long greatest) {
        if (greatest == Long.MAX_VALUE) {
            return; // there is none after it, and it can only be a mistake
        }
        storeId = greatest + 1;
        past.beginAnew();
        composer.beginStore(storeId);
        for (Peer peer : peers.values()) {
            peer.row = Row.start(rules.startTime());
            peer.owedConfirmations = List.of();
        }
    }

    private void forget(Peer sender) {
        sender.row = Row.start(rules.startTime());
        sender.heard.clear();
        sender.owedReceipts.clear();
        if (tracksPeers()) {
            for (StoredEntry held = store.oldest(); held != null; held = held.newer) {
                held.noLongerKnownAt(sender);
            }
            sender.lacking.moveTo(store.oldest());
            sender.offered.moveTo(store.oldest());
            earlyReceipts.forget(sender);
        }
    }

    private void take(Receipt receipt, Peer sender) {
        StoredEntry held = store.get(receipt.key());
        if (held != null && held.isVersion(receipt.version())) {
            held.nowKnownAt(sender);
        } else if (receiptsForAll && (held == null || receipt.version().compareTo(held.version()) > 0)) {
            earlyReceipts.keep(receipt, sender);
        }
    }

    /** Applies the changes; a known sender is from then on known to hold what it sent and is owed receipts. */
    private List<Entry> apply(Update update, Optional<Peer> knownSender) {
        List<Entry> applied = new ArrayList<>();
        for (Entry change : update.changes()) {
            if (adopt(change)) {
                applied.add(change);
            } else {
                settle(change).ifPresent(applied::add);
            }
            if (tracksPeers() && knownSender.isPresent()) {
                Peer sender = knownSender.get();
                StoredEntry held = store.get(change.key());
                if (held.is(change)) {
                    held.nowKnownAt(sender);
                }
                oweReceipt(change, sender);
            }
        }
        return applied;
    }

    private void oweReceipt(Entry change, Peer sender) {
        if (receiptsForAll && change.version().origin().equals(sender.id)) {
            peers.values().forEach(peer -> peer.owedReceipts.put(change.key(), change.version()));
        } else {
            sender.owedReceipts.put(change.key(), change.version());
        }
    }

    /**
     * Returns what came may be another value under the version held, which its origin wrote in another copy of its
     * store. Then the origin writes the one it holds once more, and everybody else offers it to the origin.
     *
     * @return what was written
     */
    private Optional<Entry> settle(Entry change) {
        StoredEntry held = store.get(change.key());
        Version version = change.version();
        if (!held.isVersion(version) || held.is(change)) {
            return Optional.empty();
        }
        if (!version.origin().equals(id)) {
            store.renew(held);
            return Optional.empty();
        }
        Version later = new Version(version.timestamp(), id, storeId, ++sequence);
        Entry settled = new Entry(change.key(), held.entry().value(), later);
        hold(settled);
        peers.values().forEach(peer -> peer.owedPushes.add(change.key()));
        return Optional.of(settled);
    }

    /** Takes an entry that came by another way than an update message, if it is newer than what is held. */
    public boolean adopt(Entry entry) {
        if (entry.version().origin().equals(id)) {
            meetOwn(entry.version());
        }
        return hold(entry);
    }

    /** An own write that this store does not know of was made in another copy of it. */
    private void meetOwn(Version version) {
        if (version.storeId() > storeId || (version.storeId() == storeId && version.sequence() > sequence)) {
            beginStoreAfter(version.storeId());
        }
    }

    private boolean hold(Entry entry) {
        StoredEntry held = store.offer(entry);
        if (held != null) {
            earlyReceipts.arrived(held);
        }
        return held != null;
    }

    private boolean tracksPeers() {
        return rules.content() == Content.PER_KEY;
    }

    private Collection<StoredEntry> offers(Peer peer) {
        return switch (rules.content()) {
            case REMOTE_NOW -> store.since(peer.row.now());
            case REMOTE_PREV -> store.since(peer.row.prev());
            case FULL -> store.since(Long.MIN_VALUE);
            case PER_KEY -> lackedBy(peer);
        };
    }

    private List<StoredEntry> lackedBy(Peer peer) {
        List<StoredEntry> lacked = new ArrayList<>();
        for (StoredEntry held = peer.lacking.firstLackedBy(peer); held != null; held = held.newer) {
            if (!held.isKnownAt(peer)) {
                lacked.add(held);
            }
        }
        lacked.sort(StoredEntry.MESSAGE_ORDER);
        return lacked;
    }

    private Peer peer(NodeId peer) {
        Peer found = peers.get(peer);
        if (found == null) {
            throw new IllegalArgumentException("%s has no peer %s".formatted(id, peer));
        }
        return found;
    }
}
