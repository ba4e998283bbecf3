package sosad.app.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import sosad.app.process.NodeException;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/**
 * The nodes of a cluster, the gateways before them, and the network between them, in step mode: nothing happens unless
 * it is asked for, and every call returns when what it asked for is done. All calls come from one thread. What cannot
 * be done throws {@link NodeException}.
 */
public interface Cluster extends AutoCloseable {
    /** Starts all nodes side by side, then the gateways; returns when all are up. */
    void startAll();

    /**
     * Starts a dead gateway, or a dead node: with what its store on disk holds, or with an empty store.
     *
     * @param wipe whether to begin with an empty store in any case
     * @return the hellos it sent, which wait in the network
     */
    List<PeerMessage> start(NodeId node, boolean wipe);

    /** Ends the process of a live node or gateway at once. */
    void kill(NodeId node);

    /** Freezes a running node's process. */
    void pause(NodeId node);

    /** Lets a frozen node's process go on. */
    void resume(NodeId node);

    /** Sets a running node's clock. */
    default void setTime(NodeId node, long time) {
        setTimes(Map.of(node, time));
    }

    /** Sets the clocks of these running nodes, all at once; one that does not answer is dead, and told as such. */
    void setTimes(Map<NodeId, Long> times);

    /** A client writes at a running node, or through a live gateway when some node is running. */
    Write put(NodeId at, Key key, Value value);

    /** A client deletes, as above. */
    Write delete(NodeId at, Key key);

    /** A client reads what a running node holds, or the node that a gateway chooses. */
    Read get(NodeId at, Key key);

    /** A client begins a read that may ask the peers of a running node. The questions wait in the network. */
    Asked ask(NodeId node, Key key, ReadMode mode);

    /**
     * Hands a question, answer or repair to its destination, which is running, and takes it out of the network.
     *
     * @return what follows; the messages wait in the network
     */
    Heard deliver(InquiryMessage message);

    /** Returns what the client gets whose read at {@code node} is over; to be asked for once. */
    Read outcome(NodeId node, long read);

    /** All reads at a running node that still wait for answers fail. */
    void endReads(NodeId node);

    /**
     * A running node pushes.
     *
     * @param to the destinations in this order; empty: all peers
     * @return what it sent, in order; the messages wait in the network
     */
    List<PeerMessage> push(NodeId node, Optional<List<NodeId>> to);

    /**
     * A running node syncs.
     *
     * @param to the destinations in this order; empty: those the schedule chooses
     * @param keys narrows the contents; empty: does not
     * @return what it sent, in order; the messages wait in the network
     */
    List<PeerMessage> sync(NodeId node, Optional<List<NodeId>> to, Optional<List<Key>> keys);

    /**
     * Hands a message to its destination, which is running; it stays in the network to be delivered again.
     *
     * @param message a message that waits in the network, perhaps trimmed
     */
    Delivery deliver(PeerMessage message);

    /**
     * Hands a message to its destination, which is running, with a byte changed on the way; returns when the
     * destination has refused it by its checksum. It stays in the network as it was.
     */
    void deliverCorrupt(PeerMessage message);

    /** Takes a message out of the network: it will not be delivered any more. */
    void discard(long message);

    /**
     * From now on the nodes run by their own clocks, and messages pass by themselves, but for those that wait in the
     * network now. Until {@link LiveCluster#freeze} nothing else is to be called here but {@link #put},
     * {@link #delete}, {@link #get}, {@link #deliver(PeerMessage)}, {@link #discard}, {@link #tables},
     * {@link #gateway}, {@link #heartbeat}, {@link #poll} and {@link #close}.
     *
     * @param seed decides, with the links' faults, what happens to messages
     * @param owner runs what it is given on the thread that owns the cluster
     * @throws UnsupportedOperationException if there are no clocks
     */
    LiveCluster goLive(Live settings, long seed, Executor owner);

    /**
     * Returns what is known of a live node: for a running one as it is, for a paused one as it was when it was paused.
     */
    NodeTables tables(NodeId node);

    /** Returns what is known of a live gateway. */
    Running gateway(NodeId gateway);

    /** Asks a node or gateway whether it answers; completes when it does, fails if it is not up. */
    CompletableFuture<?> heartbeat(NodeId process);

    /** Takes note of what came in by itself and tells the listener; see {@link Listener#somethingCame}. */
    void poll();

    /** Ends every process and closes everything. */
    @Override
    void close();

    /**
     * A write and its reply.
     *
     * @param reply the reply in words
     * @param error whether it is an error; then nothing was written
     * @param micros the time from request to reply
     * @param entry what was written, unless it is an error
     * @param lost whether the write lost at once to a newer version
     * @param node the node that was asked, or the gateway if no node answered
     */
    record Write(String reply, boolean error, long micros, Optional<Entry> entry, boolean lost, NodeId node) {}

    /**
     * A read and its reply.
     *
     * @param value what is held, if anything
     * @param failure why the read failed, if it did
     * @param micros the time from request to reply
     * @param node the node that was asked
     */
    record Read(Optional<Value> value, Optional<String> failure, long micros, NodeId node) {}

    /**
     * A process that clients can connect to.
     *
     * @param pid its process id
     * @param clientPort where clients connect on this machine
     */
    record Running(long pid, int clientPort) {}

    /**
     * A read has begun.
     *
     * @param read its number at the node
     * @param sent the questions; none if the read is over
     */
    record Asked(long read, List<InquiryMessage> sent) {}

    /**
     * What a question, answer or repair did at its receiver.
     *
     * @param sent what the receiver sent because of it
     * @param ended the read of a client there that it ended
     */
    record Heard(List<InquiryMessage> sent, Optional<Long> ended) {}

    /**
     * What a message did at its receiver.
     *
     * @param applied the changes that were newer than what was held
     * @param straggler whether it came from a store that is gone
     */
    record Delivery(List<Entry> applied, boolean straggler) {}

    /** Is told of what nobody asked for. */
    interface Listener {
        /** Something came in by itself: {@link Cluster#poll} should be called soon. Called on any thread. */
        void somethingCame();

        /** A client other than this app has written at {@code node}. Called within {@link Cluster}'s methods. */
        void outsideWrite(NodeId node, Entry entry, boolean lost);

        /**
         * A start of a node begins. Called within {@link Cluster}'s methods.
         *
         * @param isEmpty whether its store is empty; otherwise it holds what the start before held
         */
        default void began(NodeId node, boolean isEmpty) {}

        /**
         * A node has reported an entry that it holds since then: what a client wrote there or what came from a peer,
         * newer than what it held. Called within {@link Cluster}'s methods.
         */
        default void took(NodeId node, Entry entry) {}

        /** The process of a node or gateway has ended by itself. Called within {@link Cluster}'s methods. */
        void died(NodeId node, String lastWords);

        /** A node has refused a frame at its port for peers. Called within {@link Cluster}'s methods. */
        default void refused(NodeId node, String reason) {
            logged(node, "refused a frame " + reason);
        }

        /** A line for the log. Called on any thread. */
        void logged(NodeId node, String line);
    }
}
