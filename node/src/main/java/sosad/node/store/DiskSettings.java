package sosad.node.store;

import java.nio.file.Path;
import java.util.Objects;
import sosad.message.Launch.Fsync;
import sosad.model.NodeId;

/**
 * The settings of a disk store.
 *
 * @param folder the folder of this node alone; made if it is missing
 * @param fsync when what is written is made to survive the machine's failure
 * @param wipe whether to throw away a store that is there, whatever its state
 * @param node the node whose store it is
 * @param inLab whether the lab has started the node, so that there are no options to give it
 */
public record DiskSettings(Path folder, Fsync fsync, boolean wipe, NodeId node, boolean inLab) {
    public DiskSettings {
        folder = folder.toAbsolutePath();
        Objects.requireNonNull(fsync);
        Objects.requireNonNull(node);
    }

    /** Returns what is said of the folder if it cannot be opened. */
    StoreAdvice complaints() {
        return inLab ? StoreAdvice.IN_LAB : StoreAdvice.BY_HAND;
    }
}
