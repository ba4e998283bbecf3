package sosad.record;

import static sosad.model.PlainFormat.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import sosad.wire.MalformedException;

/**
 * The files of a record: a preamble, then blocks.
 *
 * <pre>
 * preamble  8 bytes  SOSADREC
 *           4 bytes  the version of the format
 * block     1 byte   its kind
 *           4 bytes  the length of its content
 *           4 bytes  CRC32C of kind, length and content
 *           content
 * </pre>
 *
 * Numbers are big-endian.
 */
public final class RecordFormat {
    /** The ending of the names of files with records. */
    public static final String SUFFIX = ".sosadrec";

    static final int VERSION = 1;
    static final int PREAMBLE_BYTES = 12;
    static final int BLOCK_HEAD_BYTES = 9;

    /** The longest content of a block. */
    static final int MAX_BLOCK_BYTES = 256 << 20;

    private static final byte[] MAGIC = "SOSADREC".getBytes(StandardCharsets.US_ASCII);
    private static final Form<RecordHeader> HEADER = new Forms().of(RecordHeader.class);
    private static final Form<Ending> ENDING = new Forms().of(Ending.class);

    private RecordFormat() {}

    /** The bytes with which a file begins, its header included. */
    public static byte[] beginning(RecordHeader header) {
        byte[] block = block(BlockKind.HEADER, bytes(HEADER, header));
        return ByteBuffer.allocate(PREAMBLE_BYTES + block.length)
                .put(MAGIC)
                .putInt(VERSION)
                .put(block)
                .array();
    }

    /** A block with this content. */
    public static byte[] block(BlockKind kind, byte[] content) {
        byte[] block = new byte[BLOCK_HEAD_BYTES + content.length];
        ByteBuffer out = ByteBuffer.wrap(block).put((byte) kind.code()).putInt(content.length);
        out.putInt(checksum(kind.code(), content)).put(content);
        return block;
    }

    /** The block that says why nothing follows. */
    public static byte[] ending(Ending ending) {
        return block(BlockKind.END, bytes(ENDING, ending));
    }

    private static <T> byte[] bytes(Form<T> form, T value) {
        ByteWriter out = new ByteWriter(64);
        form.write(value, out);
        return out.toArray();
    }

    static RecordHeader header(byte[] content) throws MalformedException {
        return EngineStates.whole(HEADER, new ByteReader(content));
    }

    static Ending ending(byte[] content) throws MalformedException {
        return EngineStates.whole(ENDING, new ByteReader(content));
    }

    static int checksum(int kind, byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(kind);
        crc.update(ByteBuffer.allocate(4).putInt(0, content.length));
        crc.update(content);
        return (int) crc.getValue();
    }

    /** @throws MalformedException saying what the file is not */
    static void checkPreamble(byte[] preamble) throws MalformedException {
        int same = Arrays.mismatch(preamble, MAGIC);
        if (same >= 0 && same < MAGIC.length) {
            throw new MalformedException("not a record of a live run: it does not begin with SOSADREC");
        }
        if (preamble.length < PREAMBLE_BYTES) {
            throw new MalformedException(format("not a whole record: it ends after %d bytes", preamble.length));
        }
        int version = ByteBuffer.wrap(preamble).getInt(MAGIC.length);
        if (version > VERSION) {
            throw new MalformedException(format(
                    "a record of a newer version (format %d; this program reads format %d): replay it with the"
                            + " program that made it",
                    version, VERSION));
        }
        if (version != VERSION) {
            throw new MalformedException(format("a record of format %d, which there is not", version));
        }
    }
}
