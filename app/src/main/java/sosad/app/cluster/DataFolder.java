package sosad.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.app.process.NodeException;
import sosad.model.NodeId;

/**
 * The folder for the stores on disk of one cluster's nodes: among the system's temporary folders, deleted with the
 * cluster. The app holds a lock on a file in it as long as it lives; a folder whose lock is free was left behind by an
 * app that was killed, and is deleted by the next that makes one ({@code docs/decisions/0054}).
 */
public final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    static final String PREFIX = "sosad-data-";

    private final Path folder;
    private final FolderLock lock;

    private DataFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws NodeException if none can be made */
    public static DataFolder create() {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static DataFolder create(Path place) {
        try {
            Path made = Files.createTempDirectory(place, PREFIX);
            DataFolder folder = new DataFolder(made, FolderLock.take(made));
            LeftBehind.delete(place, Files.getOwner(made));
            return folder;
        } catch (IOException e) {
            throw new NodeException(
                    "no folder for the nodes' stores can be made in %s: %s".formatted(place, e.getMessage()));
        }
    }

    /** The place of something in it. */
    Path of(String name) {
        return folder.resolve(name);
    }

    /** The folder of one node. */
    public Path of(NodeId node) {
        return folder.resolve(node.name());
    }

    @Override
    public void close() {
        try {
            lock.deleteFolder();
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", folder, e.getMessage());
        }
    }
}
