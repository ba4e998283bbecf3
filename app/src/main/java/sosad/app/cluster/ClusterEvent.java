package sosad.app.cluster;

import sosad.model.Entry;
import sosad.model.NodeId;

/**
 * An event of a cluster that nobody asked for: {@link SomethingCame} and {@link LineLogged} on any thread, all others
 * within the methods of {@link Cluster}.
 */
public sealed interface ClusterEvent {
    /** Something came in by itself: {@link Cluster#poll} should be called soon. */
    record SomethingCame() implements ClusterEvent {}

    /** A client other than this app has written at {@code node}. */
    record ClientWrote(NodeId node, Entry entry, boolean lost) implements ClusterEvent {}

    /**
     * A start of a node begins.
     *
     * @param isEmpty whether its store is empty; otherwise it holds what the start before held
     */
    record NodeBegan(NodeId node, boolean isEmpty) implements ClusterEvent {}

    /**
     * A node has reported an entry that it holds since then: what a client wrote there or what came from a peer, newer
     * than what it held.
     */
    record EntryTaken(NodeId node, Entry entry) implements ClusterEvent {}

    /** The process of a node or gateway has ended by itself. */
    record ProcessDied(NodeId process, String lastWords) implements ClusterEvent {}

    /** A node has refused a frame at its port for peers. */
    record FrameRefused(NodeId node, String reason) implements ClusterEvent {}

    /** A line for the log. */
    record LineLogged(NodeId process, String line) implements ClusterEvent {}
}
