package sosad.node.record;

import static sosad.model.PlainFormat.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import sosad.engine.EngineSnapshot;
import sosad.message.Launch.RecordTo;
import sosad.model.NodeId;
import sosad.process.ProgramVersion;
import sosad.record.BlockKind;
import sosad.record.Ending;
import sosad.record.EngineStates;
import sosad.record.RecordFormat;
import sosad.record.RecordHeader;

/**
 * The files of one stretch of live time. Each begins with a state, so that the oldest can be thinned out to that state
 * when all together pass the bound. Used by the record's thread alone, but for {@link #stateBytes}.
 */
final class RecordFiles implements Closeable {
    /** A file is so small a part of the bound. */
    private static final int PARTS = 16;

    /** The states of files that were thinned out take no more than this part of the bound. */
    private static final int STATES = 4;

    private final Path folder;
    private final long maxBytes;
    private final NodeId node;
    private final long start;
    private final int shape = EngineStates.shape();
    private final EngineStates states = new EngineStates();
    private final Deque<Part> whole = new ArrayDeque<>();
    private final Deque<Part> thinned = new ArrayDeque<>();
    private volatile long stateBytes;
    private FileChannel out;
    private Path file;
    private long written;
    private long firstState;
    private int parts;
    private boolean isFull;

    /** Nothing is written before a state is there to begin anew with. */
    private boolean awaitsState;

    /** @param stateEnd where the state ends with which the file begins */
    private record Part(Path file, long bytes, long stateEnd) {}

    RecordFiles(RecordTo place, NodeId node, long start) {
        this.folder = Path.of(place.folder());
        this.maxBytes = place.maxBytes();
        this.node = node;
        this.start = start;
    }

    long stateBytes() {
        return stateBytes;
    }

    long partBytes() {
        return maxBytes / PARTS;
    }

    boolean isFull() {
        return isFull;
    }

    void inputs(byte[] block) throws FailedException {
        if (awaitsState) {
            return;
        }
        write(RecordFormat.block(BlockKind.INPUTS, block));
        thinOut();
    }

    void state(EngineSnapshot state, long epochMillis) throws FailedException {
        if (awaitsState) {
            beginAnew(state, epochMillis);
            return;
        }
        byte[] block = encode(state);
        write(block);
        if (written > partBytes()) {
            finish(Ending.CONTINUED);
            begin(block, epochMillis, true);
        }
    }

    /** Begins the first file, or one that does not follow the one before. */
    void beginAnew(EngineSnapshot state, long epochMillis) throws FailedException {
        if (out != null) {
            finish(Ending.LOST);
        }
        awaitsState = false;
        begin(encode(state), epochMillis, false);
        thinOut();
    }

    private byte[] encode(EngineSnapshot state) {
        byte[] block = RecordFormat.block(BlockKind.STATE, states.encode(state));
        stateBytes = block.length;
        return block;
    }

    private void begin(byte[] state, long epochMillis, boolean follows) throws FailedException {
        parts++;
        file = folder.resolve(format("%s-%d-%04d%s", node, start, parts, RecordFormat.SUFFIX));
        try {
            out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new FailedException(file, e);
        }
        written = 0;
        write(RecordFormat.beginning(
                new RecordHeader(ProgramVersion.NUMBER, shape, node, start, parts, follows, epochMillis)));
        write(state);
        firstState = written;
    }

    private void finish(Ending ending) throws FailedException {
        write(RecordFormat.ending(ending));
        closeFile();
        whole.add(new Part(file, written, firstState));
    }

    void end(Ending ending) throws FailedException {
        if (out != null) {
            finish(ending);
        }
    }

    private long total() {
        return (out == null ? 0 : written) + bytes(whole) + bytes(thinned);
    }

    private static long bytes(Deque<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** Where no other file is left than the present one, that one's detail has to go too. */
    private void thinOut() throws FailedException {
        while (total() > maxBytes && !whole.isEmpty()) {
            Part oldest = whole.remove();
            truncate(oldest);
            thinned.add(new Part(oldest.file(), oldest.stateEnd(), oldest.stateEnd()));
            while (bytes(thinned) > maxBytes / STATES) {
                delete(thinned.remove());
            }
        }
        if (total() > maxBytes) {
            isFull = firstState > maxBytes / STATES;
            finish(isFull ? Ending.FULL : Ending.LOST);
            awaitsState = true;
        }
    }

    private static void truncate(Part part) throws FailedException {
        try (FileChannel channel = FileChannel.open(part.file(), StandardOpenOption.WRITE)) {
            channel.truncate(part.stateEnd());
        } catch (IOException e) {
            throw new FailedException(part.file(), e);
        }
    }

    private static void delete(Part part) throws FailedException {
        try {
            Files.deleteIfExists(part.file());
        } catch (IOException e) {
            throw new FailedException(part.file(), e);
        }
    }

    private void write(byte[] bytes) throws FailedException {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            written += bytes.length;
        } catch (IOException e) {
            throw new FailedException(file, e);
        }
    }

    private void closeFile() throws FailedException {
        try {
            out.close();
            out = null;
        } catch (IOException e) {
            throw new FailedException(file, e);
        }
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            return; // what counts has been said when it could not be written
        }
    }

    /** A file cannot be written. */
    static final class FailedException extends Exception {
        FailedException(Path file, IOException cause) {
            super(file + ": " + cause.getMessage(), cause);
        }
    }
}
