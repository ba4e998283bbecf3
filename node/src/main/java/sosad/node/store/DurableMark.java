package sosad.node.store;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.node.store.RecordChecksum.DamageException;

/**
 * A small file beside the store's that says how many batches are certain to be in it. When the end of the store's file
 * is damaged an older state is left, and nothing there tells that a newer one was acknowledged; with the mark it shows.
 * The file is also the lock on the folder: who has it open owns the store.
 */
record DurableMark(FileChannel channel) implements AutoCloseable {
    /** Nothing is certain yet: the store's file is being made and holds nothing that has been revealed. */
    static final long NOTHING = -1;

    private static final Logger LOG = LoggerFactory.getLogger(DurableMark.class);

    private static final int BYTES = Long.BYTES + RecordChecksum.BYTES;
    private static final String NAME = "mark";

    /**
     * Opens and locks the file; makes it if it is missing.
     *
     * @throws OverlappingFileLockException if another node has it, in this process or another
     */
    static DurableMark open(DiskFiles disk, Path file) throws IOException {
        FileChannel channel = disk.open(file);
        boolean isLocked = false;
        try {
            isLocked = channel.tryLock() != null;
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
        if (!isLocked) {
            throw new OverlappingFileLockException();
        }
        return new DurableMark(channel);
    }

    /**
     * Returns how many batches are certain to be in the store; empty if the file has just been made. A machine that
     * failed then may have left it with its length alone, and zeros in it.
     *
     * @throws DamageException if the file holds something else
     */
    OptionalLong read() throws IOException, DamageException {
        if (channel.size() == 0) {
            return OptionalLong.empty();
        }
        byte[] sealed = new byte[BYTES];
        if (channel.size() != BYTES || channel.read(ByteBuffer.wrap(sealed), 0) != BYTES) {
            throw new DamageException(format("it has %,d bytes, not %d", channel.size(), BYTES));
        }
        if (Arrays.equals(sealed, new byte[BYTES])) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(RecordChecksum.open(NAME, sealed).getLong());
    }

    /**
     * Records that {@code batches} batches are certain to be in the store, once they are. One write: all or nothing.
     */
    void write(long batches) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES).putLong(batches);
        channel.write(ByteBuffer.wrap(RecordChecksum.close(NAME, buffer)), 0);
    }

    /** Records that nothing is certain, whatever the file held. */
    void reset() throws IOException {
        write(NOTHING);
        channel.truncate(BYTES);
    }

    /** Makes what was written survive the machine's failure. */
    void sync() throws IOException {
        channel.force(true);
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock of a store was not released: {}", Causes.innermost(e));
        }
    }
}
