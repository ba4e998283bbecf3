package sosad.app.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.model.NodeId;

/**
 * Where the nodes of one cluster keep their stores on disk: a folder among the system's temporary ones, deleted with
 * the cluster. One that an app left behind because it was killed is deleted by the next that makes one.
 */
public final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String PREFIX = "sosad-data-";

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws NodeException if none can be made */
    public static DataFolder create() {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        deleteLeftBehind(place);
        try {
            return new DataFolder(Files.createTempDirectory(
                    place,
                    String.format(
                            Locale.ROOT,
                            "%s%d-",
                            PREFIX,
                            ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new NodeException(
                    "no folder for the nodes' stores can be made in %s: %s".formatted(place, e.getMessage()));
        }
    }

    private static void deleteLeftBehind(Path place) {
        try (Stream<Path> folders = Files.list(place)) {
            List<Path> leftBehind = folders.filter(DataFolder::isLeftBehind).toList();
            leftBehind.forEach(folder -> new DataFolder(folder).close());
        } catch (IOException e) {
            LOG.debug("{} cannot be looked through: {}", place, e.getMessage());
        }
    }

    private static boolean isLeftBehind(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "[0-9]{1,18}-.*")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length())));
        return pid != ProcessHandle.current().pid()
                && Optional.of(pid).flatMap(ProcessHandle::of).isEmpty();
    }

    /** The folder of one node. */
    public Path of(NodeId node) {
        return folder.resolve(node.name());
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be deleted: {}", folder, e.getMessage());
        }
    }
}
