package sosad.node.store;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.file.Path;
import sosad.model.NodeId;
import sosad.node.store.DiskStore.StoreException;

/**
 * The message about a folder that cannot be opened, with remedies: options for a node started by hand, others for one
 * started by the lab.
 */
enum StoreAdvice {
    BY_HAND("give another folder with --data", "begin with an empty store by --wipe"),
    IN_LAB(
            "start the lab with another folder for temporary files, by java -Djava.io.tmpdir=FOLDER -jar ...",
            "begin with an empty store by wiping the node");

    private final String elsewhere;
    private final String startOver;

    StoreAdvice(String elsewhere, String startOver) {
        this.elsewhere = elsewhere;
        this.startOver = startOver;
    }

    StoreException unusable(Path path, IOException e) {
        return new StoreException(
                "%s cannot be used: %s. Make sure that there is room and that this user may read and write there, or %s"
                        .formatted(path, Causes.innermost(e), elsewhere));
    }

    StoreException noFolder(String path) {
        return new StoreException("%s is not a folder: %s".formatted(path, elsewhere));
    }

    StoreException inUse(Path folder) {
        return new StoreException("%s is in use by another node: stop that one, or %s".formatted(folder, elsewhere));
    }

    StoreException ofAnother(Path path, NodeId owner, NodeId node) {
        return new StoreException(
                "%s is the store of node %s, not of %s: %s, or %s".formatted(path, owner, node, elsewhere, startOver));
    }

    StoreException ofFormat(Path path, int format) {
        return new StoreException(format(
                "%s has format %d, and this program knows formats 1 and %d: use the program that wrote it, or %s",
                path, format, LogFile.FORMAT, startOver));
    }

    StoreException damaged(Path path, String how) {
        return new StoreException(
                "%s is damaged: %s. Restore the folder's files from a backup, however old, or %s: the peers send what they hold; what only this node held is lost"
                        .formatted(path, how, startOver));
    }
}
