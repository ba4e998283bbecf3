package sosad.node.host;

import java.util.List;
import sosad.engine.Journal;
import sosad.message.DiskFault;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/**
 * The place for everything that must survive a restart. All calls come from the event loop; none blocks, except
 * {@link #close}. What is handed over in one turn of the loop is kept together or not at all.
 */
public interface NodeJournal extends Journal, Durability, AutoCloseable {
    /** The longest time that {@link #close} takes. */
    int CLOSE_SECONDS = 10;

    /** Memory: nothing is kept, so everything may be revealed at once. */
    NodeJournal NONE = new NodeJournal() {
        @Override
        public void entry(Entry entry) {}

        @Override
        public void sequence(long sequence) {}

        @Override
        public void peer(NodeId peer, SavedPeer saved) {}

        @Override
        public void store(long storeId, List<Stage> starts) {}

        @Override
        public long number() {
            return 0;
        }

        @Override
        public boolean isDurable() {
            return true;
        }

        @Override
        public void whenDurable(Runnable then) {
            then.run();
        }

        @Override
        public long waitingBytes() {
            return 0;
        }

        @Override
        public boolean isBehind() {
            return false;
        }

        @Override
        public void become(DiskFault fault) {
            throw new IllegalStateException("the node keeps its store in memory and has no disk");
        }

        @Override
        public void close() {}
    };

    /** Returns how much was handed over and is not written yet, in bytes of memory. */
    long waitingBytes();

    /** Returns whether so much waits for the disk that nothing more should be taken in until {@link #whenDurable}. */
    boolean isBehind();

    /**
     * Sets the fault of the disk.
     *
     * @throws IllegalStateException if there is none
     */
    void become(DiskFault fault);

    /**
     * Keeps what was handed over, durably, then lets go of the files. Waits until that is done, but no longer than
     * {@link #CLOSE_SECONDS}. To be called on the event loop, where what waits for it runs then; nothing does later.
     */
    @Override
    void close();
}
