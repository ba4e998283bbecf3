package sosad.app.cluster;

import java.util.concurrent.CompletableFuture;
import sosad.app.process.NodeException;
import sosad.model.Entry;
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

    /** Takes note of what came in by itself and tells the listener; see {@link Listener#somethingCame}. */
    void poll();

    /**
     * A process that clients can connect to.
     *
     * @param pid its process id
     * @param clientPort where clients connect on this machine
     */
    record Running(long pid, int clientPort) {}

    /** A listener to unrequested events. */
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
