package sosad.node.main;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.node.host.NodeJournal;
import sosad.node.main.NodeProcess.StartException;
import sosad.node.store.DiskSettings;
import sosad.node.store.DiskStore;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.Saved;
import sosad.protocol.StoreCheck.Stage;

/**
 * The state that a node begins with, and the journal for its changes.
 *
 * @param saved what it begins with
 * @param journal to be closed by who opened the store
 * @param isBack whether the node was there before, with this store
 */
record OpenStore(Saved saved, NodeJournal journal, boolean isBack) {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);

    /**
     * Opens the store on disk, or begins an empty one in memory.
     *
     * @param start the number of this start of the node
     * @param loop the event loop
     * @param failed gets, on the event loop, the reason why something cannot be written later on
     */
    static OpenStore of(Launch launch, long start, Executor loop, Consumer<String> failed) throws StartException {
        if (launch.disk().isEmpty()) {
            return new OpenStore(
                    begun(Saved.nothing(launch.storeId()), start, NodeJournal.NONE), NodeJournal.NONE, false);
        }
        Disk disk = launch.disk().get();
        try {
            DiskStore store = DiskStore.open(
                    new DiskSettings(Path.of(disk.folder()), disk.fsync(), disk.wipe(), launch.id(), launch.parent()),
                    launch::storeId,
                    loop,
                    failed);
            Saved saved = begun(store.saved(), start, store.journal());
            LOG.info("{} holds {} entries from {}", launch.id(), saved.entries().size(), disk.folder());
            return new OpenStore(saved, store.journal(), saved.storeId() != launch.storeId());
        } catch (StoreException e) {
            throw new StartException(e.getMessage());
        }
    }

    /** The store under one more start, which is in the journal before anything is reported. */
    private static Saved begun(Saved saved, long start, NodeJournal journal) {
        Saved begun = saved.startedAs(new Stage(start, journal.number()));
        journal.store(begun.storeId(), begun.starts());
        return begun;
    }
}
