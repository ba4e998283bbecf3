package sosad.node.drive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sosad.message.PeerMessage;
import sosad.message.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Replica;
import sosad.protocol.Update;
import sosad.protocol.Written;

/**
 * Runs a replica: gives writes their timestamp and messages their number, hands messages to the links, and tells the
 * watcher. To be used on the node's event loop thread alone.
 */
public final class Drive implements Database {
    private final Replica replica;
    private final Clock clock;
    private final Outbox outbox;
    private Watcher watcher = Watcher.NOBODY;
    private long nextMessageId;

    /**
     * A drive for {@code replica}.
     *
     * @param firstMessageId the number of the first message; the caller sees to it that no two starts share numbers
     */
    public Drive(Replica replica, Clock clock, Outbox outbox, long firstMessageId) {
        this.replica = replica;
        this.clock = clock;
        this.outbox = outbox;
        this.nextMessageId = firstMessageId;
    }

    /** From now on tells {@code newWatcher} what happens. */
    public void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /** The replica, for reading. */
    public Replica replica() {
        return replica;
    }

    @Override
    public Written put(Key key, Value value, String client) {
        return told(client, replica.put(key, value, clock.now()));
    }

    @Override
    public Written delete(Key key, String client) {
        return told(client, replica.delete(key, clock.now()));
    }

    private Written told(String client, Written written) {
        watcher.wrote(client, written);
        return written;
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
            send(replica.push(peer), sent);
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
            send(replica.sync(peer, filter), sent);
        }
        return sent;
    }

    /** Tells every peer, in alphabetical order, that this node is back. */
    public List<Sent> hello() {
        List<Sent> sent = new ArrayList<>();
        replica.peers().forEach(peer -> send(List.of(replica.hello(peer)), sent));
        return sent;
    }

    /**
     * A message arrives.
     *
     * @throws IllegalArgumentException if it is not for this node or not from a peer; nothing changes then
     */
    public void receive(PeerMessage message) {
        watcher.received(message, replica.receive(message.update()));
    }

    /** Something at the peer port was refused. */
    public void refuse(String reason) {
        watcher.refused(reason);
    }

    private void checkPeers(List<NodeId> named) {
        for (NodeId peer : named) {
            if (!replica.peers().contains(peer)) {
                throw new IllegalArgumentException("%s has no peer %s".formatted(replica.id(), peer));
            }
        }
    }

    private void send(List<Update> updates, List<Sent> sent) {
        for (Update update : updates) {
            PeerMessage message = new PeerMessage(nextMessageId++, update);
            outbox.send(message);
            sent.add(new Sent(update.to(), message.id()));
        }
    }
}
