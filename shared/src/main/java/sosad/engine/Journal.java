package sosad.engine;

import java.util.List;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/**
 * The destination of everything that must survive a restart. No call blocks. What is handed over in one turn is kept
 * together.
 */
public interface Journal {
    /** The entry is held from now on under its key. */
    void entry(Entry entry);

    /** This store's count of writes; writes that lost at once count too. */
    void sequence(long sequence);

    /** Records the present knowledge of a peer. */
    void peer(NodeId peer, SavedPeer saved);

    /** The store's id and the starts under which it has changed, from now on. */
    void store(long storeId, List<Stage> starts);

    /**
     * The number of the last change that was handed over, see {@link Stage}. A store that comes back with that change
     * has the number or a greater one, and one that comes back without it a smaller one.
     */
    long number();

    /** Returns whether everything handed over so far may be revealed. */
    boolean isDurable();
}
