package sosad.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.app.process.NodeException;
import sosad.message.Launch.RecordTo;

/**
 * The folders where the nodes of a cluster record their live time: one for each time that the cluster goes live, of
 * which the last ones are kept. Deleted with the cluster.
 */
final class LiveRecords implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRecords.class);

    /** The bound for each node. */
    private static final long MAX_BYTES = 32L << 20;

    private static final int MAX_FOLDERS = 4;

    private final Deque<DataFolder> folders = new ArrayDeque<>();

    /** Returns where the nodes that go live now record; nowhere, if no folder can be made. */
    Optional<RecordTo> begin() {
        if (folders.size() == MAX_FOLDERS) {
            folders.remove().close();
        }
        try {
            DataFolder made = DataFolder.create();
            folders.add(made);
            Path records = Files.createDirectory(made.of("records"));
            return Optional.of(new RecordTo(records.toString(), MAX_BYTES));
        } catch (NodeException | IOException e) {
            LOG.warn("the live time is not recorded: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        folders.forEach(DataFolder::close);
        folders.clear();
    }
}
