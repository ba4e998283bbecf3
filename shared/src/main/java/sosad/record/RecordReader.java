package sosad.record;

import static sosad.model.PlainFormat.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import sosad.wire.MalformedException;

/**
 * Reads one file of a record, block by block. A file that ends in the middle of a block is one whose node was killed:
 * what is there counts.
 */
public final class RecordReader implements Closeable {
    private final InputStream in;
    private final RecordHeader header;
    private long at;
    private boolean isTorn;

    /** A block as it stands in the file. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares blocks
    public record Block(BlockKind kind, byte[] content) {}

    /**
     * Reads the beginning of a file.
     *
     * @param in closed with the reader, and if this fails
     * @throws MalformedException if it is no record, or one that this version of the program cannot replay
     */
    public RecordReader(InputStream in) throws IOException, MalformedException {
        this.in = in;
        try {
            RecordFormat.checkPreamble(in.readNBytes(RecordFormat.PREAMBLE_BYTES));
            at = RecordFormat.PREAMBLE_BYTES;
            Block first = next().orElseThrow(() -> new MalformedException("a record without a beginning"));
            if (first.kind() != BlockKind.HEADER) {
                throw new MalformedException("a record that begins with " + first.kind());
            }
            header = RecordFormat.header(first.content());
            if (header.shape() != EngineStates.shape()) {
                throw new MalformedException("a record of program version " + header.program()
                        + ", whose nodes keep other states than those of this one: replay it with that program");
            }
        } catch (IOException | MalformedException e) {
            in.close();
            throw e;
        }
    }

    public RecordHeader header() {
        return header;
    }

    /** Returns whether the file ended in the middle of a block. */
    public boolean isTorn() {
        return isTorn;
    }

    /**
     * The next block; empty at the end.
     *
     * @throws MalformedException if the file is damaged here
     */
    public Optional<Block> next() throws IOException, MalformedException {
        byte[] head = in.readNBytes(RecordFormat.BLOCK_HEAD_BYTES);
        if (head.length < RecordFormat.BLOCK_HEAD_BYTES) {
            isTorn = head.length > 0;
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(head);
        int code = fields.get();
        Optional<BlockKind> kind = BlockKind.of(code);
        int length = fields.getInt();
        if (kind.isEmpty() || length < 0 || length > RecordFormat.MAX_BLOCK_BYTES) {
            throw new MalformedException(format("a damaged record: no block begins at byte %,d", at));
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            isTorn = true;
            return Optional.empty();
        }
        if (RecordFormat.checksum(code, content) != fields.getInt()) {
            throw new MalformedException(
                    format("a damaged record: the checksum of the block at byte %,d does not fit", at));
        }
        at += RecordFormat.BLOCK_HEAD_BYTES + length;
        return Optional.of(new Block(kind.get(), content));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
