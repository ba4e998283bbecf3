package sosad.app.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The lock on a folder, by a file in it: who holds it owns the folder. The system frees the lock of a process that is
 * gone, however it ended, and keeps apart those that cannot see each other's process ids, as in two containers.
 */
final class FolderLock {
    static final String FILE = ".lock";

    /**
     * The locks of this process. To close a second channel to such a file would free its lock on some systems, so none
     * is opened.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks a folder that has just been made.
     *
     * @throws IOException if that cannot be done, or another process took the folder for left behind
     */
    static FolderLock take(Path folder) throws IOException {
        FolderLock lock = open(folder, StandardOpenOption.CREATE_NEW)
                .orElseThrow(() -> new IOException(folder + " is locked by another process"));
        if (!Files.exists(folder.resolve(FILE))) {
            lock.letGo();
            throw new IOException(folder + " was deleted by another process");
        }
        return lock;
    }

    /**
     * Locks a folder whose owner is gone; empty if that is not gone.
     *
     * @throws IOException if this process may not lock it
     */
    static Optional<FolderLock> claim(Path folder) throws IOException {
        return open(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<FolderLock> open(Path relative, OpenOption how) throws IOException {
        Path folder = relative.toAbsolutePath();
        if (!OWN.add(folder)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE, how);
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new FolderLock(folder, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                letGo(folder, channel);
            }
        }
    }

    private static void letGo(Path folder, FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
        OWN.remove(folder);
    }

    private void letGo() throws IOException {
        letGo(folder, channel);
    }

    /** Deletes the folder and its contents, then releases the lock. */
    void deleteFolder() throws IOException {
        Path file = folder.resolve(FILE);
        try {
            for (Path path : contents(folder)) {
                if (!path.equals(file) && !path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
            }
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } finally {
            letGo();
        }
    }

    /** All that a folder holds, and in the end the folder itself. */
    static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
