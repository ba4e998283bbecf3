package sosad.app.cluster;

import java.util.concurrent.CompletableFuture;
import sosad.app.process.NodeException;
import sosad.model.NodeId;

/**
 * The nodes of a cluster, the gateways before them, and the network between them: what can be asked of it whether it is
 * played in steps ({@link StepCluster}) or runs by its own clocks ({@link LiveCluster}). All calls come from one
 * thread. What cannot be done throws {@link NodeException}.
 */
public interface Cluster {
    /** Ends the process of a live node or gateway at once (SIGKILL). */
    void kill(NodeId process);

    /** Freezes a running process (SIGSTOP). */
    void pause(NodeId process);

    /** Lets a frozen process go on (SIGCONT). */
    void resume(NodeId process);

    /**
     * Returns what is known of a live node: for a running one as it is, for a paused one as it was when it was paused.
     */
    NodeTables tables(NodeId node);

    /** Returns what is known of a live gateway. */
    Running gateway(NodeId gateway);

    /** Asks a node or gateway whether it answers; completes when it does, fails if it is not up. */
    CompletableFuture<?> heartbeat(NodeId process);

    /** Takes note of what came in by itself and tells the listener; see {@link ClusterEvent}. */
    void poll();

    /**
     * A process that clients can connect to.
     *
     * @param pid its process id
     * @param clientPort where clients connect on this machine
     */
    record Running(long pid, int clientPort) {}
}
