package sosad.engine;

import sosad.model.NodeId;

/** Something that an engine does by itself at a time that it has set. */
public sealed interface Timer {
    /** Pushes what is owed to the peers. */
    record Push() implements Timer {}

    /** Sends the receipts owed. */
    record Receipts() implements Timer {}

    /** Begins the next round of syncs. */
    record SyncRound() implements Timer {}

    /** Goes on with a sync in slices to {@code peer}. */
    record NextSlice(NodeId peer) implements Timer {}

    /** Gives up a read whose answers have not come. */
    record ReadLimit(long read) implements Timer {}

    /** A timer that is set, and when it is due. */
    record Set(Timer timer, long due) {}
}
