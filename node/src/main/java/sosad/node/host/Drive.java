package sosad.node.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.DiskFault;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.message.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Inquiry;
import sosad.protocol.ReadMode;
import sosad.protocol.Reads;
import sosad.protocol.Received;
import sosad.protocol.Replica;
import sosad.protocol.Written;

/**
 * Runs a replica: gives writes their timestamp, sends what follows, keeps in the journal what must survive, tells the
 * watchers, and in live mode acts by itself. To be used on the node's event loop thread alone.
 */
public final class Drive implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(Drive.class);

    private final Replica replica;
    private final NodeClock clock;
    private final Journal journal;
    private final Alarm alarm;
    private final PeerTraffic traffic;
    private final Sender sender;
    private final PeerReads reads;
    private final ReadMode readMode;
    private final Watchers watchers = new Watchers();
    private Optional<LiveMode> liveMode = Optional.empty();
    private Optional<Live> live = Optional.empty();

    /**
     * A drive for {@code replica}, in step mode.
     *
     * @param readMode how far a read goes that does not say so itself
     * @param firstMessageId the number of the first message; the caller sees to it that no two starts share numbers
     */
    public Drive(
            Replica replica,
            NodeClock clock,
            Outbox outbox,
            Journal journal,
            Alarm alarm,
            ReadMode readMode,
            long firstMessageId) {
        this.replica = replica;
        this.clock = clock;
        this.journal = journal;
        this.alarm = alarm;
        this.traffic = new PeerTraffic(replica.peers());
        this.sender = new Sender(outbox, journal, traffic, firstMessageId);
        this.reads = new PeerReads(replica, this::sendInquiries, clock, journal);
        this.readMode = readMode;
        replica.forEach(entry -> clock.saw(entry.timestamp()));
    }

    /** From now on tells {@code watcher}, beside others, what happens. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** From now on tells {@code watcher} nothing more. */
    public void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** The replica, for reading. */
    public Replica replica() {
        return replica;
    }

    /** What has gone between this node and its peers. */
    public PeerTraffic traffic() {
        return traffic;
    }

    /** The clock. */
    public NodeClock clock() {
        return clock;
    }

    /** From now on the node runs by its own clock. */
    public void goLive(Live settings) {
        freeze();
        clock.goLive(settings);
        live = Optional.of(settings);
        LiveMode begun = new LiveMode(replica, sender, alarm, settings);
        liveMode = Optional.of(begun);
        begun.start();
    }

    /** The node is about to end: what a live one owes its peers leaves at once. */
    public void pushBeforeTheEnd() {
        liveMode.ifPresent(LiveMode::pushNow);
    }

    /** How much waits for the disk, in bytes of memory. */
    public long journalBytes() {
        return journal.waitingBytes();
    }

    /** Whether so much waits for the disk that peers should wait, until what waits is settled. */
    public boolean isBehind() {
        return journal.isBehind();
    }

    /**
     * From now on the disk under the store behaves so.
     *
     * @throws IllegalStateException if there is none
     */
    public void setDisk(DiskFault fault) {
        journal.become(fault);
    }

    /** The last message to each peer that was sent any, in alphabetical order. */
    public List<Sent> lastSent() {
        return sender.last();
    }

    /** From now on the node does nothing unless it is told to. */
    public void freeze() {
        liveMode.ifPresent(LiveMode::stop);
        liveMode = Optional.empty();
        live = Optional.empty();
        clock.freeze();
    }

    @Override
    public Written put(Key key, Value value, String client) {
        return told(client, replica.put(key, value, clock.next()));
    }

    @Override
    public Written delete(Key key, String client) {
        return told(client, replica.delete(key, clock.next()));
    }

    private Written told(String client, Written written) {
        if (!written.lost()) {
            journal.entry(written.entry());
        }
        journal.sequence(replica.sequence());
        liveMode.ifPresent(LiveMode::wrote);
        watchers.wrote(client, written);
        return written;
    }

    @Override
    public ReadMode readMode() {
        return readMode;
    }

    @Override
    public void read(Key key, ReadMode mode, String client, Consumer<Reads.Outcome> then) {
        PeerReads.Begun begun = reads.begin(key, mode, client, watchers, then);
        if (begun.waits()) {
            live.ifPresent(settings -> alarm.after(settings.readMillis(), () -> reads.giveUp(begun.read())));
        }
    }

    /** Reads that still wait for answers fail, by name. */
    public void endReads() {
        reads.giveUpAll();
    }

    @Override
    public boolean isSettled() {
        return journal.isSettled();
    }

    @Override
    public void whenSettled(Runnable then) {
        journal.whenSettled(then);
    }

    @Override
    public Optional<Entry> entry(Key key) {
        return replica.entry(key);
    }

    @Override
    public void forEachEntry(Consumer<Entry> consumer) {
        replica.forEach(consumer);
    }

    @Override
    public Entry nth(int nth) {
        return replica.nth(nth);
    }

    @Override
    public int size() {
        return replica.size();
    }

    @Override
    public int tombstones() {
        return replica.tombstones();
    }

    /**
     * Pushes to these peers, in this order; to all of them if none are named.
     *
     * @throws IllegalArgumentException if one of them is no peer; nothing is sent then
     */
    public List<Sent> push(Optional<List<NodeId>> to) {
        to.ifPresent(this::checkPeers);
        List<Sent> sent = new ArrayList<>();
        for (NodeId peer : to.orElse(List.copyOf(replica.peers()))) {
            sent.addAll(sender.sendUpdates(replica.push(peer)));
        }
        return sent;
    }

    /**
     * Syncs with these peers, in this order; with those the schedule chooses if none are named.
     *
     * @param keys narrows the contents to these keys
     * @throws IllegalArgumentException if one of them is no peer; nothing is sent then
     */
    public List<Sent> sync(Optional<List<NodeId>> to, Optional<List<Key>> keys) {
        to.ifPresent(this::checkPeers);
        Optional<Set<Key>> wanted = keys.map(HashSet::new);
        Predicate<Key> filter = key -> wanted.isEmpty() || wanted.get().contains(key);
        List<Sent> sent = new ArrayList<>();
        for (NodeId peer : to.orElseGet(replica::syncDestinations)) {
            sent.addAll(sender.sendUpdates(replica.sync(peer, filter)));
        }
        return sent;
    }

    /** Tells every peer, in alphabetical order, that this node is back. */
    public List<Sent> hello() {
        List<Sent> sent = new ArrayList<>();
        replica.peers().forEach(peer -> sent.addAll(sender.sendUpdates(List.of(replica.hello(peer)))));
        return sent;
    }

    /**
     * A peer has opened a link to this node.
     *
     * @param isToldOfStores whether it takes messages that say something of the stores at both ends
     */
    public void greeted(NodeId peer, boolean isToldOfStores) {
        replica.tell(peer, isToldOfStores);
    }

    /**
     * A message arrives.
     *
     * @throws IllegalArgumentException if it is not for this node or not from a peer; nothing changes then
     */
    public Received receive(PeerMessage message) {
        long storeBefore = replica.storeId();
        long sequenceBefore = replica.sequence();
        Received received = replica.receive(message.update());
        NodeId from = message.update().from();
        received.applied().forEach(this::keep);
        journal.peer(from, replica.saved(from));
        if (replica.sequence() != sequenceBefore) {
            journal.sequence(replica.sequence());
            liveMode.ifPresent(LiveMode::wrote);
        }
        noticeNewStore(storeBefore, from);
        liveMode.ifPresent(
                mode -> mode.received(from, !message.update().receipts().isEmpty()));
        watchers.received(message, received);
        return received;
    }

    /** What {@code from} has sent may have shown that peers have heard more of this node's store than is here. */
    private void noticeNewStore(long before, NodeId from) {
        long storeId = replica.storeId();
        if (storeId == before) {
            return;
        }
        journal.store(storeId, replica.starts());
        replica.peers().forEach(peer -> journal.peer(peer, replica.saved(peer)));
        LOG.warn(
                "{} begins store id {} in place of {}: {} {}. It keeps its {} entries, and the peers send what it lacks",
                replica.id(),
                storeId,
                before,
                from,
                storeId == before + 1
                        ? "has heard of changes that are not in this store, which is an older copy of what it was"
                        : "knows of a greater store id, so the clock has gone back since, or this is an older copy",
                replica.size());
        if (liveMode.isPresent()) {
            hello();
        }
    }

    /**
     * In live mode a question, answer or repair for a link that is closed or behind is not sent: there is no end to
     * what clients ask, and a read has its deadline. In step mode every message counts.
     */
    private List<Sent> sendInquiries(List<Inquiry> inquiries) {
        boolean isLive = live.isPresent();
        return sender.sendInquiries(inquiries.stream()
                .filter(inquiry -> !isLive || sender.hasRoom(inquiry.to()))
                .toList());
    }

    private void keep(Entry entry) {
        clock.saw(entry.timestamp());
        journal.entry(entry);
    }

    /**
     * A question, answer or repair arrives.
     *
     * @throws IllegalArgumentException if it is not for this node or not from a peer; nothing changes then
     */
    public void hear(InquiryMessage message) {
        long storeBefore = replica.storeId();
        reads.hear(message, watchers);
        noticeNewStore(storeBefore, message.inquiry().from());
    }

    /** Something at the peer port was refused. */
    public void refuse(String reason) {
        watchers.refused(reason);
    }

    private void checkPeers(List<NodeId> named) {
        for (NodeId peer : named) {
            if (!replica.peers().contains(peer)) {
                throw new IllegalArgumentException("%s has no peer %s".formatted(replica.id(), peer));
            }
        }
    }
}
