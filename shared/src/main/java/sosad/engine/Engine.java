package sosad.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Inquiry;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received;
import sosad.protocol.Replica;
import sosad.protocol.Sizing;
import sosad.protocol.Written;

/**
 * Runs a replica: gives writes their timestamp, sends what follows, keeps in the journal what must survive, tells the
 * watcher, and in live mode acts by itself. To be used on one thread alone.
 */
public final class Engine {
    private final Replica replica;
    private final NodeClock clock;
    private final Host host;
    private final Journal journal;
    private final Watcher watcher;
    private final Timers timers;
    private final Sender sender;
    private final Reads reads;
    private final ReadMode readMode;
    private final InputListener listener;
    private Optional<LiveMode> liveMode = Optional.empty();

    /**
     * An engine for {@code replica}, in step mode; its clock shows the time at which the rules begin.
     *
     * @param watcher gets what happens
     * @param readMode how far a read goes that does not say so itself
     * @param firstMessageId the number of the first message; the caller sees to it that no two starts share numbers
     */
    public Engine(
            Replica replica, Host host, Journal journal, Watcher watcher, ReadMode readMode, long firstMessageId) {
        this(replica, host, journal, watcher, readMode, firstMessageId, InputListener.NONE);
    }

    /**
     * The same, for an engine that is listened to.
     *
     * @param listener gets the inputs before anything is done about them
     */
    public Engine(
            Replica replica,
            Host host,
            Journal journal,
            Watcher watcher,
            ReadMode readMode,
            long firstMessageId,
            InputListener listener) {
        this(replica, new Reads(replica), host, journal, watcher, readMode, firstMessageId, listener);
        replica.forEach(entry -> clock.saw(entry.timestamp()));
    }

    private Engine(
            Replica replica,
            Reads reads,
            Host host,
            Journal journal,
            Watcher watcher,
            ReadMode readMode,
            long firstMessageId,
            InputListener listener) {
        this.replica = replica;
        this.reads = reads;
        this.host = host;
        this.journal = journal;
        this.watcher = watcher;
        this.readMode = readMode;
        this.listener = listener;
        this.clock = new NodeClock(replica.rules().startTime(), host::epochMillis);
        this.timers = new Timers(host);
        this.sender = new Sender(host, journal, replica.sizing(), firstMessageId);
    }

    /**
     * Returns an engine that goes on as the one of which the snapshot was taken would.
     *
     * @param journal whose number is what that one's was
     * @param sizing how much fits into one message
     */
    public static Engine restore(EngineSnapshot snapshot, Host host, Journal journal, Watcher watcher, Sizing sizing) {
        Replica replica = Replica.restore(snapshot.replica(), journal::number, sizing);
        Reads reads = Reads.restore(snapshot.reads(), replica);
        Engine engine = new Engine(replica, reads, host, journal, watcher, snapshot.readMode(), 0, InputListener.NONE);
        engine.clock.restore(snapshot.clock());
        engine.sender.restore(snapshot.sender());
        snapshot.live().ifPresent(live -> {
            LiveMode mode = new LiveMode(replica, engine.sender, engine.timers, live.settings());
            mode.restore(live);
            engine.liveMode = Optional.of(mode);
        });
        snapshot.timers().forEach(engine.timers::set);
        return engine;
    }

    /** The whole state. Costs O(n). */
    public EngineSnapshot snapshot() {
        return new EngineSnapshot(
                replica.snapshot(),
                reads.snapshot(),
                readMode,
                clock.state(),
                sender.state(),
                liveMode.map(LiveMode::state),
                timers.all());
    }

    /** The replica, for reading. */
    public Replica replica() {
        return replica;
    }

    private void take(EngineInput input, Runnable work) {
        listener.begins(input);
        try {
            work.run();
        } finally {
            listener.ended();
        }
    }

    private <T> T take(EngineInput input, Supplier<T> work) {
        listener.begins(input);
        try {
            return work.get();
        } finally {
            listener.ended();
        }
    }

    /** The clock, for reading. */
    public NodeClock clock() {
        return clock;
    }

    /**
     * Sets the manual clock.
     *
     * @throws IllegalStateException if the clock is live
     */
    public void setTime(long time) {
        take(new EngineInput.SetTime(time), () -> clock.set(time));
    }

    /**
     * Sets how far the live clock is ahead of the machine's, whatever it was before.
     *
     * @throws IllegalStateException if the clock is not live
     */
    public void skew(long millis) {
        take(new EngineInput.Skew(millis), () -> clock.skew(millis));
    }

    /**
     * Sets how much faster than the machine's the live clock runs, from where it stands.
     *
     * @throws IllegalStateException if the clock is not live
     */
    public void drift(int partsPerMillion) {
        take(new EngineInput.Drift(partsPerMillion), () -> clock.drift(partsPerMillion));
    }

    /** Does what is due by now. */
    public void ring() {
        take(new EngineInput.Ring(), this::ringTimers);
    }

    private void ringTimers() {
        for (Optional<Timer> next = timers.next(); next.isPresent(); next = timers.next()) {
            ring(next.get());
        }
    }

    private void ring(Timer timer) {
        if (timer instanceof Timer.ReadLimit limit) {
            giveUp(limit.read());
        } else {
            liveMode.ifPresent(mode -> mode.ring(timer));
        }
    }

    /** Allows revealing everything handed to the journal up to this number. */
    public void becameDurable(long number) {
        take(new EngineInput.BecameDurable(number), () -> sender.becameDurable(number));
    }

    /** Lets the node run by its own clock. */
    public void goLive(Live settings) {
        take(new EngineInput.GoLive(settings), () -> beginLive(settings));
    }

    private void beginLive(Live settings) {
        stopLive();
        clock.goLive(settings);
        LiveMode begun = new LiveMode(replica, sender, timers, settings);
        liveMode = Optional.of(begun);
        begun.start();
    }

    /** Returns whether the node runs by its own clock. */
    public boolean isLive() {
        return liveMode.isPresent();
    }

    /** The node is about to end: what a live one owes its peers leaves at once. */
    public void pushBeforeTheEnd() {
        take(new EngineInput.PushBeforeTheEnd(), () -> liveMode.ifPresent(LiveMode::pushNow));
    }

    /** The last message to each peer that was sent any, in alphabetical order. */
    public List<Sent> lastSent() {
        return sender.last();
    }

    /** Stops the node from doing anything by itself. */
    public void freeze() {
        take(new EngineInput.Freeze(), this::stopLive);
    }

    private void stopLive() {
        liveMode.ifPresent(LiveMode::stop);
        liveMode = Optional.empty();
        clock.freeze();
    }

    /**
     * A client writes {@code value} under {@code key}.
     *
     * @param client who writes, as {@code host:port}
     */
    public Written put(Key key, Value value, String client) {
        listener.begins(new EngineInput.Put(key, value, client)); // written out, for there are a million a second
        try {
            return told(client, replica.put(key, value, clock.next()));
        } finally {
            listener.ended();
        }
    }

    /**
     * A client deletes {@code key}; a tombstone is written whether or not a value is held here.
     *
     * @param client who deletes, as {@code host:port}
     */
    public Written delete(Key key, String client) {
        return take(new EngineInput.Delete(key, client), () -> told(client, replica.delete(key, clock.next())));
    }

    private Written told(String client, Written written) {
        if (!written.lost()) {
            journal.entry(written.entry());
        }
        journal.sequence(replica.sequence());
        liveMode.ifPresent(LiveMode::wrote);
        watcher.wrote(client, written);
        return written;
    }

    /** Returns how far a read goes that does not say so itself. */
    public ReadMode readMode() {
        return readMode;
    }

    /**
     * A client reads {@code key}, perhaps from other nodes too.
     *
     * @param client who reads, as {@code host:port}
     */
    public BegunRead read(Key key, ReadMode mode, String client) {
        return take(new EngineInput.Read(key, mode, client), () -> beginRead(key, mode, client));
    }

    private BegunRead beginRead(Key key, ReadMode mode, String client) {
        Reads.Step step = reads.begin(key, mode);
        List<Sent> sent = sendInquiries(step.send());
        watcher.asked(client, key, mode, step.read(), sent);
        if (step.outcome().isEmpty()) {
            liveMode.ifPresent(live -> timers.after(live.settings().readMillis(), new Timer.ReadLimit(step.read())));
        }
        return new BegunRead(step.read(), sent, step.outcome());
    }

    /**
     * A read that has begun.
     *
     * @param read its number
     * @param sent the questions; none if it is over at once
     * @param outcome how it ended, if it did at once; otherwise {@link Host#readEnded} is called later
     */
    public record BegunRead(long read, List<Sent> sent, Optional<Reads.Outcome> outcome) {}

    private void giveUp(long read) {
        reads.giveUp(read).ifPresent(outcome -> host.readEnded(read, outcome));
    }

    /** Reads that still wait for answers fail, by name. */
    public void endReads() {
        take(new EngineInput.EndReads(), () -> reads.waiting().forEach(this::giveUp));
    }

    /**
     * Pushes to these peers, in this order; to all of them if none are named.
     *
     * @throws IllegalArgumentException if one of them is no peer; nothing is sent then
     */
    public List<Sent> push(Optional<List<NodeId>> to) {
        return take(new EngineInput.Push(to), () -> sendPushes(to));
    }

    private List<Sent> sendPushes(Optional<List<NodeId>> to) {
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
        return take(new EngineInput.Sync(to, keys), () -> sendSyncs(to, keys));
    }

    private List<Sent> sendSyncs(Optional<List<NodeId>> to, Optional<List<Key>> keys) {
        to.ifPresent(this::checkPeers);
        Optional<Set<Key>> wanted = keys.map(HashSet::new);
        Predicate<Key> filter = key -> wanted.isEmpty() || wanted.get().contains(key);
        List<Sent> sent = new ArrayList<>();
        for (NodeId peer : to.orElseGet(replica::syncDestinations)) {
            sent.addAll(sender.sendUpdates(replica.sync(peer, filter)));
        }
        return sent;
    }

    /** Notifies every peer, in alphabetical order, that this node is back. */
    public List<Sent> hello() {
        return take(new EngineInput.Hello(), this::sendHellos);
    }

    private List<Sent> sendHellos() {
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
        take(new EngineInput.Greeted(peer, isToldOfStores), () -> replica.tell(peer, isToldOfStores));
    }

    /**
     * A message arrives.
     *
     * @throws IllegalArgumentException if it is not for this node or not from a peer; nothing changes then
     */
    public Received receive(PeerMessage message) {
        return take(new EngineInput.Receive(message), () -> takeOver(message));
    }

    private Received takeOver(PeerMessage message) {
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
        watcher.received(message, received);
        return received;
    }

    /** Notices whether a message from {@code from} has shown that peers know more of this node's store than is here. */
    private void noticeNewStore(long before, NodeId from) {
        long storeId = replica.storeId();
        if (storeId == before) {
            return;
        }
        journal.store(storeId, replica.starts());
        replica.peers().forEach(peer -> journal.peer(peer, replica.saved(peer)));
        watcher.storeBegun(before, from);
        if (liveMode.isPresent()) {
            sendHellos();
        }
    }

    /**
     * In live mode a question, answer or repair for a link that is closed or behind is not sent: there is no end to
     * what clients ask, and a read has its deadline. In step mode every message counts.
     */
    private List<Sent> sendInquiries(List<Inquiry> inquiries) {
        return sender.sendInquiries(inquiries.stream()
                .filter(inquiry -> liveMode.isEmpty() || sender.hasRoom(inquiry.to()))
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
        take(new EngineInput.Hear(message), () -> takeIn(message));
    }

    private void takeIn(InquiryMessage message) {
        long storeBefore = replica.storeId();
        Reads.Step step = reads.hear(message.inquiry());
        message.inquiry().carried().ifPresent(entry -> clock.saw(entry.timestamp()));
        step.applied().ifPresent(journal::entry);
        List<Sent> sent = sendInquiries(step.send());
        watcher.heard(message, step.applied(), sent, step.outcome().map(ended -> step.read()));
        step.outcome().ifPresent(outcome -> host.readEnded(step.read(), outcome));
        noticeNewStore(storeBefore, message.inquiry().from());
    }

    private void checkPeers(List<NodeId> named) {
        for (NodeId peer : named) {
            if (!replica.peers().contains(peer)) {
                throw new IllegalArgumentException("%s has no peer %s".formatted(replica.id(), peer));
            }
        }
    }
}
