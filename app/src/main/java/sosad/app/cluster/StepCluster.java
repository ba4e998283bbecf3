package sosad.app.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/**
 * A cluster in step mode: nothing happens unless it is asked for, and every call returns when what it asked for is
 * done.
 */
public interface StepCluster extends Cluster, AutoCloseable {
    /** Starts all nodes side by side, then the gateways; returns when all are up. */
    void startAll();

    /**
     * Starts a dead gateway, or a dead node: with what its store on disk holds, or with an empty store.
     *
     * @param wipe whether to begin with an empty store in any case
     * @return the hellos it sent, which wait in the network
     */
    List<PeerMessage> start(NodeId node, boolean wipe);

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
    StartedRead ask(NodeId node, Key key, ReadMode mode);

    /**
     * Hands a question, answer or repair to its destination, which is running; it stays in the network to be delivered
     * again.
     *
     * @return what follows; the messages wait in the network
     */
    InquiryEffect deliver(InquiryMessage message);

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
    void deliverCorrupt(NodeMessage message);

    /** Returns how many bytes the frame has in which a node has sent this message, which waits in the network. */
    int bytes(NodeMessage message);

    /** Takes a message out of the network: it will not be delivered any more. */
    void discard(long message);

    /**
     * Lets the nodes run by their own clocks, paused ones too, and messages pass by themselves, except those that wait
     * in the network now.
     *
     * @param seed decides, with the links' faults, what happens to messages
     * @param owner runs what it is given on the thread that owns the cluster
     * @return the cluster, until {@link LiveCluster#freeze}
     * @throws UnsupportedOperationException if there are no clocks
     */
    LiveCluster goLive(Live settings, long seed, Executor owner);

    /** Ends every process and closes everything, in either mode. */
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
     * A read has begun.
     *
     * @param read its number at the node
     * @param sent the questions; none if the read is over
     */
    record StartedRead(long read, List<InquiryMessage> sent) {}

    /**
     * The effect of a question, answer or repair at its receiver.
     *
     * @param applied the entry that the receiver took over because of it
     * @param sent what the receiver sent because of it
     * @param ended the read of a client there that it ended
     */
    record InquiryEffect(Optional<Entry> applied, List<InquiryMessage> sent, Optional<Long> ended) {}

    /**
     * The effect of a message at its receiver.
     *
     * @param applied the changes that were newer than what was held
     * @param straggler whether it came from a store that is gone
     */
    record Delivery(List<Entry> applied, boolean straggler) {}
}
