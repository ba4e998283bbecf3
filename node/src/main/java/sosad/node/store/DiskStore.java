package sosad.node.store;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import sosad.node.host.NodeJournal;
import sosad.protocol.Saved;

/**
 * An open disk store.
 *
 * @param saved what the node comes back with
 * @param journal where its changes go from now on; its owner closes it
 */
public record DiskStore(Saved saved, NodeJournal journal) {
    /**
     * Opens the store in a folder, or begins one where there is none. Reads and checks all of it.
     *
     * @param newStoreId draws the id of a store that begins
     * @param loop the event loop
     * @param failed gets, once and on the event loop, the reason when something cannot be written later on; the node
     *     must then stop
     * @throws StoreException if the folder cannot be used, is in use, or holds what is another node's or damaged
     */
    public static DiskStore open(DiskSettings settings, LongSupplier newStoreId, Executor loop, Consumer<String> failed)
            throws StoreException {
        return open(DiskFiles.SYSTEM, settings, newStoreId, loop, failed);
    }

    static DiskStore open(
            DiskFiles disk, DiskSettings settings, LongSupplier newStoreId, Executor loop, Consumer<String> failed)
            throws StoreException {
        StoreFolder folder = StoreFolder.lock(disk, settings);
        StoreFolder.Opened opened = folder.open(newStoreId);
        return new DiskStore(
                opened.saved(), new BatchJournal(opened.file(), opened.arrivals(), settings.fsync(), loop, failed));
    }

    /**
     * The disk store cannot be opened or written. The message names the file, says why and what to do; fit for the
     * user.
     */
    public static final class StoreException extends Exception {
        StoreException(String message) {
            super(message);
        }
    }
}
