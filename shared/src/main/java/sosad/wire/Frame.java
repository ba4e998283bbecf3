package sosad.wire;

import static sosad.model.PlainFormat.format;

import java.io.DataInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import sosad.model.NodeId;

/**
 * One frame between peers. Its header can be read without its JSON body:
 *
 * <pre>
 * length   4 bytes  of everything that follows
 * checksum 4 bytes  CRC32C of everything that follows
 * kind     1 byte   0 greeting, 1 push, 2 sync, 3 hello, 4 ask, 5 answer, 6 repair
 * id       8 bytes  the message's number
 * from     1 byte length, then as many ASCII letters and digits
 * to       the same
 * body     JSON in UTF-8
 * </pre>
 *
 * Numbers are big-endian. A frame is immutable; {@link #bytes} are what arrived or will be sent, to the bit.
 */
public final class Frame {
    /** The size of the length field, in bytes. */
    public static final int LENGTH_BYTES = 4;

    private static final int CHECKSUM_END = LENGTH_BYTES + 4;
    private static final int MIN_BYTES = CHECKSUM_END + 1 + 8 + 2 + 2;

    private final byte[] bytes;
    private final FrameKind kind;
    private final long id;
    private final NodeId from;
    private final NodeId to;
    private final int bodyStart;

    private Frame(byte[] bytes, FrameKind kind, long id, NodeId from, NodeId to, int bodyStart) {
        this.bytes = bytes;
        this.kind = kind;
        this.id = id;
        this.from = from;
        this.to = to;
        this.bodyStart = bodyStart;
    }

    /**
     * Composes a frame.
     *
     * @throws IllegalArgumentException if it would be longer than {@link WireLimits#FRAME_BYTES}
     */
    public static Frame compose(FrameKind kind, long id, NodeId from, NodeId to, byte[] body) {
        byte[] fromName = from.name().getBytes(StandardCharsets.US_ASCII);
        byte[] toName = to.name().getBytes(StandardCharsets.US_ASCII);
        int length = CHECKSUM_END - LENGTH_BYTES + 1 + 8 + 1 + fromName.length + 1 + toName.length + body.length;
        if (length > WireLimits.FRAME_BYTES) {
            throw new IllegalArgumentException(
                    format("a frame of %,d bytes; the limit is %,d", length, WireLimits.FRAME_BYTES));
        }
        ByteBuffer out = ByteBuffer.allocate(LENGTH_BYTES + length)
                .putInt(length)
                .putInt(0)
                .put(kind.code())
                .putLong(id)
                .put((byte) fromName.length)
                .put(fromName)
                .put((byte) toName.length)
                .put(toName);
        int bodyStart = out.position();
        out.put(body).putInt(LENGTH_BYTES, checksum(out.array()));
        return new Frame(out.array(), kind, id, from, to, bodyStart);
    }

    /**
     * Reads a frame, its length field included.
     *
     * @param bytes exactly one frame; not to be changed afterwards
     * @throws MalformedException if they are not one, or the checksum does not fit
     */
    public static Frame parse(byte[] bytes) throws MalformedException {
        if (bytes.length < MIN_BYTES) {
            throw new MalformedException(
                    format("a frame of %d bytes; the shortest possible has %d", bytes.length, MIN_BYTES));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int length = in.getInt();
        if (length != bytes.length - LENGTH_BYTES) {
            throw new MalformedException(format(
                    "a frame says it has %,d bytes after its length field but has %,d",
                    length, bytes.length - LENGTH_BYTES));
        }
        int said = in.getInt();
        int found = checksum(bytes);
        if (said != found) {
            throw new MalformedException(format("a frame's checksum is %08x, but its bytes give %08x", said, found));
        }
        FrameKind kind = FrameKind.of(in.get());
        long id = in.getLong();
        NodeId from = name(in);
        NodeId to = name(in);
        return new Frame(bytes, kind, id, from, to, in.position());
    }

    /**
     * Waits for the next frame of a stream, and reads it.
     *
     * @throws MalformedException if what comes is none, or it is longer than {@link WireLimits#FRAME_BYTES}
     */
    public static Frame read(DataInput in) throws IOException, MalformedException {
        int length = checkedLength(in.readInt(), WireLimits.FRAME_BYTES);
        byte[] bytes = new byte[LENGTH_BYTES + length];
        ByteBuffer.wrap(bytes).putInt(length);
        in.readFully(bytes, LENGTH_BYTES, length);
        return parse(bytes);
    }

    /** Returns the length that a length field gives, which is not more than {@code maxBytes}. */
    static int checkedLength(int field, int maxBytes) throws MalformedException {
        if (field < 0 || field > maxBytes) {
            throw new MalformedException(format(
                    "a frame of %,d bytes, where at most %,d are taken", Integer.toUnsignedLong(field), maxBytes));
        }
        return field;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, CHECKSUM_END, bytes.length - CHECKSUM_END);
        return (int) crc.getValue();
    }

    private static NodeId name(ByteBuffer in) throws MalformedException {
        int length = in.hasRemaining() ? in.get() : 0;
        if (length < 1 || length > NodeId.MAX_LENGTH || length > in.remaining()) {
            throw new MalformedException(
                    format("a frame's header has a name of %d bytes; 1 to %d are possible", length, NodeId.MAX_LENGTH));
        }
        byte[] name = new byte[length];
        in.get(name);
        String text = new String(name, StandardCharsets.ISO_8859_1);
        if (!NodeId.isValid(text)) {
            throw new MalformedException("a frame's header has a name that is not a node's");
        }
        return new NodeId(text);
    }

    public FrameKind kind() {
        return kind;
    }

    /** The message's number. */
    public long id() {
        return id;
    }

    public NodeId from() {
        return from;
    }

    public NodeId to() {
        return to;
    }

    /** The whole frame, length field included; not to be changed by the caller. */
    public byte[] bytes() {
        return bytes;
    }

    /** A copy of the JSON body. */
    public byte[] body() {
        return Arrays.copyOfRange(bytes, bodyStart, bytes.length);
    }

    @Override
    public String toString() {
        return format("%s %d %s>%s, %d bytes", kind, id, from, to, bytes.length);
    }
}
