package sosad.node.host;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.engine.Engine;
import sosad.engine.Host;
import sosad.engine.Watcher;
import sosad.message.DiskFault;
import sosad.message.Launch.RecordTo;
import sosad.message.NodeMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Written;
import sosad.wire.Frame;

/**
 * The engine of this node on its event loop, with its links, its journal and its clients. To be used on the event
 * loop's thread alone.
 */
public final class NodeHost implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(NodeHost.class);

    private final Engine engine;
    private final NodeJournal journal;
    private final Recording recording;
    private final PeerTraffic traffic;
    private final Watchers watchers = new Watchers();
    private final Map<Long, Consumer<Reads.Outcome>> waitingClients = new HashMap<>();

    /**
     * Runs {@code replica}, in step mode.
     *
     * @param epochMillis the machine's clock, in milliseconds since 1970
     * @param traffic what goes to peers and comes from them is counted in it
     * @param recording gets what the engine takes in; closed by who made it
     * @param readMode how far a read goes that does not say so itself
     * @param firstMessageId the number of the first message; the caller sees to it that no two starts share numbers
     */
    public NodeHost(
            Replica replica,
            LongSupplier epochMillis,
            Alarm alarm,
            Outbox outbox,
            NodeJournal journal,
            PeerTraffic traffic,
            Recording recording,
            ReadMode readMode,
            long firstMessageId) {
        this.journal = journal;
        this.traffic = traffic;
        this.recording = recording;
        this.engine = new Engine(
                replica,
                recording.around(new Surroundings(epochMillis, alarm, outbox)),
                recording.around(journal),
                watchers,
                readMode,
                firstMessageId,
                recording);
        recording.of(engine);
        watchers.add(new NewStoreLog(replica));
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** The replica, for reading. */
    public Replica replica() {
        return engine.replica();
    }

    /** Returns what has gone between this node and its peers. */
    public PeerTraffic traffic() {
        return traffic;
    }

    /** Adds a watcher of what happens. */
    public void watch(NodeWatcher watcher) {
        watchers.add(watcher);
    }

    /** Removes a watcher. */
    public void unwatch(NodeWatcher watcher) {
        watchers.remove(watcher);
    }

    /** Something at the peer port was refused. */
    public void refuse(String reason) {
        watchers.refused(reason);
    }

    /** The message that the engine is given next came in this frame. */
    public void comesIn(Frame frame) {
        recording.comesIn(frame);
    }

    /**
     * Has live time recorded there from when the node goes live next.
     *
     * @throws IllegalStateException if this node cannot record
     */
    public void recordTo(RecordTo place) {
        recording.to(place);
    }

    /**
     * Ends the record of live time.
     *
     * @param then called on the event loop once it is in its files, or at once if there is none
     */
    public void endRecord(Runnable then) {
        recording.end(then);
    }

    /** Returns how much waits for the disk, in bytes of memory. */
    public long journalBytes() {
        return journal.waitingBytes();
    }

    /** Returns whether so much waits for the disk that peers should wait, until what waits is settled. */
    public boolean isBehind() {
        return journal.isBehind();
    }

    /**
     * Sets the fault of the disk under the store.
     *
     * @throws IllegalStateException if there is none
     */
    public void setDisk(DiskFault fault) {
        journal.become(fault);
    }

    @Override
    public Written put(Key key, Value value, String client) {
        return engine.put(key, value, client);
    }

    @Override
    public Written delete(Key key, String client) {
        return engine.delete(key, client);
    }

    @Override
    public Optional<Entry> entry(Key key) {
        return replica().entry(key);
    }

    @Override
    public ReadMode readMode() {
        return engine.readMode();
    }

    @Override
    public void read(Key key, ReadMode mode, String client, Consumer<Reads.Outcome> then) {
        Engine.BegunRead begun = engine.read(key, mode, client);
        begun.outcome().ifPresentOrElse(then, () -> waitingClients.put(begun.read(), then));
    }

    @Override
    public void forEachEntry(Consumer<Entry> consumer) {
        replica().forEach(consumer);
    }

    @Override
    public Entry nth(int nth) {
        return replica().nth(nth);
    }

    @Override
    public int size() {
        return replica().size();
    }

    @Override
    public int tombstones() {
        return replica().tombstones();
    }

    @Override
    public boolean isDurable() {
        return journal.isDurable();
    }

    @Override
    public void whenDurable(Runnable then) {
        journal.whenDurable(then);
    }

    /** The surroundings of the engine. */
    private final class Surroundings implements Host {
        private final LongSupplier epochMillis;
        private final Alarm alarm;
        private final Outbox outbox;

        Surroundings(LongSupplier epochMillis, Alarm alarm, Outbox outbox) {
            this.epochMillis = epochMillis;
            this.alarm = alarm;
            this.outbox = outbox;
        }

        @Override
        public long epochMillis() {
            return epochMillis.getAsLong();
        }

        @Override
        public long millis() {
            return alarm.millis();
        }

        @Override
        public void ringAt(long due) {
            alarm.set(due, () -> engine.ring());
        }

        @Override
        public void awaitDurable(long number) {
            journal.whenDurable(() -> engine.becameDurable(number));
        }

        @Override
        public void send(NodeMessage message) {
            outbox.send(message);
        }

        @Override
        public boolean hasRoom(NodeId peer) {
            return outbox.hasRoom(peer);
        }

        @Override
        public void readEnded(long read, Reads.Outcome outcome) {
            waitingClients.remove(read).accept(outcome);
        }
    }

    /** Writes a line when a new store id begins. */
    private record NewStoreLog(Replica replica) implements NodeWatcher {
        @Override
        public void storeBegun(long before, NodeId from) {
            long storeId = replica.storeId();
            LOG.warn(
                    "{} begins store id {} instead of {}: {} {}. It keeps its {} entries, and the peers send what it"
                            + " lacks",
                    replica.id(),
                    storeId,
                    before,
                    from,
                    storeId == before + 1
                            ? "knows of changes that this store lacks: it is an older copy of itself"
                            : "knows of a greater store id, so the clock has gone back since, or this is an older copy",
                    replica.size());
        }
    }

    /** Time on the event loop. */
    public interface Alarm {
        /** The milliseconds of a clock that never goes back. */
        long millis();

        /**
         * Runs {@code then} on the event loop once {@link #millis} has reached {@code due}. Takes the place of what was
         * set before.
         */
        void set(long due, Runnable then);
    }

    /** Takes the messages that the node sends. */
    public interface Outbox {
        /** Hands the message to the link to its destination; must not block. */
        void send(NodeMessage message);

        /**
         * Returns whether the link to {@code peer} is open and not behind, so that it is worth composing more for it.
         */
        boolean hasRoom(NodeId peer);
    }

    /** A listener to the events at the node and its peer port, in order. */
    public interface NodeWatcher extends Watcher {
        /** Something at the peer port was refused and changed nothing. */
        default void refused(String reason) {}
    }
}
