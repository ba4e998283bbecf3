package sosad.app.check.consistency;

import java.util.Objects;
import sosad.model.NodeId;

/** The writes of a key, and what is known of each store about it. */
final class KeyHistory {
    final int index;
    final KeyWrites writes = new KeyWrites();

    /** For each store the last write that it is known to have held, and how that is known. */
    private final Timeline[] held;

    /** For each store the last write that it must show, since it has shown what followed it. */
    private final Timeline[] followed;

    private NodeId home; // where it was written
    private boolean isHomeAStore;
    private boolean isWrittenElsewhere;

    KeyHistory(int index, int stores) {
        this.index = index;
        held = new Timeline[stores];
        followed = new Timeline[stores];
    }

    /** @param isStore whether the server that is asked is a store itself */
    int send(int client, NodeId server, boolean isStore, long version, long nanos) {
        isWrittenElsewhere |= home != null && !Objects.equals(home, server);
        home = server;
        isHomeAStore = isStore;
        return writes.send(client, version, nanos);
    }

    /**
     * Returns whether the order of its writes in time is their order at the stores, too: they were all made at one
     * store, whose clock does not go back. Of two that were made at two, the earlier one wins if its clock was ahead.
     */
    boolean isOrdered() {
        return !isWrittenElsewhere && (isHomeAStore || writes.latestOf(writes.acknowledgedCount()) < 1);
    }

    NodeId home() {
        return home;
    }

    Timeline held(int store) {
        return existing(held, store);
    }

    Timeline followed(int store) {
        return existing(followed, store);
    }

    /** Nothing is known of a store any more. */
    void forget(int store) {
        held[store] = null;
        followed[store] = null;
    }

    private static Timeline existing(Timeline[] ofStores, int store) {
        if (ofStores[store] == null) {
            ofStores[store] = new Timeline();
        }
        return ofStores[store];
    }
}
