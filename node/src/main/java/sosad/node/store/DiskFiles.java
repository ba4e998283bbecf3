package sosad.node.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The store's access to the file system. Nothing that was done is certain to survive the machine's failure before it
 * was synced: a file's bytes and length by {@link FileChannel#force}, and names by {@link #syncFolder}.
 */
interface DiskFiles {
    /** The machine's own. */
    DiskFiles SYSTEM = new SystemDisk();

    /** Makes the folder, and those it is in, if they are missing. */
    void createFolder(Path folder) throws IOException;

    boolean exists(Path file);

    /** Opens the file for reading and writing; makes it if it is missing. */
    FileChannel open(Path file) throws IOException;

    /** Gives the file another name in the same folder, and so takes the place of what had that name, in one step. */
    void rename(Path file, Path name) throws IOException;

    /** Deletes the file; false if there was none. */
    boolean delete(Path file) throws IOException;

    /** Makes the names in the folder survive the machine's failure. */
    void syncFolder(Path folder) throws IOException;
}
