package sosad.message;

import static sosad.model.ArgumentCheck.refuseIf;

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
        refuseIf(folder.isEmpty(), "a disk store needs a folder");
    }
}
