package sosad.app.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import sosad.app.fabric.DeliveryListener;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkConditionsLog;
import sosad.app.fabric.LinkCounts;
import sosad.app.fabric.PassedMessages;
import sosad.app.fabric.Sample;
import sosad.app.process.NodeException;
import sosad.message.DiskFault;
import sosad.message.PeerMessage;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/**
 * A cluster whose nodes run by their own clocks, and what can be done to it meanwhile. What concerns links may be
 * called on any thread and acts on the next message and on what is on its way; all else is called on the thread that
 * owns the cluster. What cannot be done throws {@link NodeException}, and nothing has been asked for then. What was
 * asked for is in force from then on, whether or not the process answers.
 */
public interface LiveCluster extends Cluster {
    /** The nodes, in alphabetical order. */
    List<NodeId> nodes();

    /** The gateways, in alphabetical order. */
    List<NodeId> gateways();

    /** Returns whether a node or gateway has a process, paused or not. */
    boolean isRunning(NodeId process);

    /** Returns whether it takes clients, unless it is paused. */
    boolean isUp(NodeId process);

    /** Returns whether its process is frozen. */
    boolean isPaused(NodeId process);

    /** Returns where clients of a running node or gateway connect on this machine. */
    int clientPort(NodeId process);

    /** Sets the faults of the link. */
    void setConditions(Link link, LinkConditions faults);

    /** Breaks the link's connections off, with what is under way on it; the sender may connect again. */
    void reset(Link link);

    /** Returns what has become of the messages of every link since the cluster went live. */
    Map<Link, LinkCounts> counts();

    /** Somebody wants to know what is delivered from now on; {@link DeliveryListener#NONE}: nobody. */
    void setDeliveryListener(DeliveryListener listener);

    /** Some of the messages that have ended since this was last asked for. */
    Sample.Taken sample();

    /** Asks the process of a running node or gateway to end (SIGTERM); that it has ended comes later. */
    void terminate(NodeId process);

    /**
     * Starts a dead node or gateway; does not wait for it.
     *
     * @param wipe whether to begin with an empty store in any case
     * @return completes when it is up and lives like the others; fails when it does not come up
     */
    CompletableFuture<Void> start(NodeId process, boolean wipe);

    /** Sets how far the node's clock is ahead of the machine's; negative: behind. */
    void skew(NodeId node, long millis);

    /** Sets how much too fast the node's clock runs; negative: too slow; 0: no drift. */
    void drift(NodeId node, int partsPerMillion);

    /** Sets the fault of the node's disk. A node whose write fails ends. */
    void setDiskFault(NodeId node, DiskFault fault);

    /**
     * Returns whether nothing is to be expected any more of a process that is taken to run: it has just ended, or
     * hangs.
     */
    boolean isLost(NodeId process);

    /** Asks a running node for everything its core holds, which takes long for many entries. */
    CoreState read(NodeId node);

    /**
     * Asks a running node for everything its core holds, without waiting; called on any thread. Fails if the node does
     * not tell.
     */
    CompletableFuture<CoreState> readSoon(NodeId node);

    /** Returns the messages that have passed since the cluster went live, by kind. */
    Map<FrameKind, PassedMessages> passed();

    /** Returns the faults of its links since it went live. */
    LinkConditionsLog conditions();

    /** Returns how many messages came out of a link after one that had come in later, since the cluster went live. */
    long overtaken();

    /**
     * The clocks stop, and nothing happens any more that is not asked for. A node that is being started is waited for,
     * a paused process goes on first. What was on its way waits in the network.
     */
    Stopped freeze();

    /**
     * Ends the record of the live time.
     *
     * @return the folder with what the nodes have recorded, which is there until the cluster goes live again or is
     *     closed; empty if they record nothing
     */
    Optional<Path> endRecord();

    /**
     * The cluster after its clocks have stopped.
     *
     * @param time what the clock shows that was ahead of all others
     * @param underWay the messages that were on their way, by sender and then as they were sent
     */
    record Stopped(long time, List<MessageUnderWay> underWay) {
        public Stopped {
            underWay = List.copyOf(underWay);
        }
    }

    /**
     * A message that waits in the network.
     *
     * @param message the message as it was sent
     * @param copies how often it was to arrive
     * @param corrupt whether one of the copies was to arrive with changed bytes
     */
    record MessageUnderWay(PeerMessage message, int copies, boolean corrupt) {}
}
