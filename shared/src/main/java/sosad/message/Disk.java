package sosad.message;

import java.util.Objects;

/**
 * Where and how a node keeps its store on disk.
 *
 * @param folder the folder, which belongs to this node alone
 * @param fsync how strictly
 * @param wipe whether to begin with an empty store, whatever the folder holds
 */
public record Disk(String folder, Fsync fsync, boolean wipe) {
    public Disk {
        Objects.requireNonNull(fsync);
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("a disk store needs a folder");
        }
    }
}
