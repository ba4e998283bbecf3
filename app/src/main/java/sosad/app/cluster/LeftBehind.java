package sosad.app.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data folders that apps have left behind because they were killed. What cannot be deleted, as what belongs to
 * somebody else, is left alone: it is no business of a cluster that starts.
 */
final class LeftBehind {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    /** The age at which a folder without a lock, as version 0.1.0 made them, counts as left behind. */
    static final Duration REST = Duration.ofHours(1);

    private static final String NODE_LOCK = "store.mark";

    private LeftBehind() {}

    /** Deletes those of this user among the folders in {@code place}. */
    static void delete(Path place, UserPrincipal user) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, DataFolder.PREFIX + "*")) {
            for (Path folder : folders) {
                delete(folder, user, Instant.now());
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be searched: {}", place, e.getMessage());
        }
    }

    private static void delete(Path folder, UserPrincipal user, Instant now) {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                Optional<FolderLock> lock = claim(folder, now);
                if (lock.isPresent()) {
                    lock.get().deleteFolder();
                }
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be deleted: {}", folder, e.getMessage());
        }
    }

    private static Optional<FolderLock> claim(Path folder, Instant now) throws IOException {
        if (Files.exists(folder.resolve(FolderLock.FILE), LinkOption.NOFOLLOW_LINKS)) {
            return FolderLock.claim(folder);
        }
        return hasRested(folder, now) && !hasRunningNodes(folder)
                ? Optional.of(FolderLock.take(folder))
                : Optional.empty();
    }

    private static boolean hasRested(Path folder, Instant now) throws IOException {
        for (Path path : FolderLock.contents(folder)) {
            Instant changed =
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
            if (changed.plus(REST).isAfter(now)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a node has one of the stores in the folder open: it holds a lock on it too. */
    private static boolean hasRunningNodes(Path folder) throws IOException {
        try (DirectoryStream<Path> stores = Files.newDirectoryStream(folder)) {
            for (Path store : stores) {
                if (isLocked(store.resolve(NODE_LOCK))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isLocked(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
