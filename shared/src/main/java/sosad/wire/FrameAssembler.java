package sosad.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts a stream of bytes, which comes in pieces of any size, into frames with their length fields. */
public final class FrameAssembler {
    /** The memory that a frame gets before its bytes are there: a length alone is easily sent. */
    private static final int FIRST_BYTES = 64 << 10;

    private static final byte[] NONE = {};

    private final Consumer<byte[]> frames;
    private final ByteBuffer lengthField = ByteBuffer.allocate(Frame.LENGTH_BYTES);
    private int maxBytes;
    private byte[] frame = NONE;
    private int filled;
    private int size;
    private boolean isEnded;

    /**
     * An assembler at the beginning of a stream.
     *
     * @param maxBytes the longest frame, without its length field
     * @param frames takes each frame when its last byte is there, and may end the stream
     */
    public FrameAssembler(int maxBytes, Consumer<byte[]> frames) {
        this.maxBytes = maxBytes;
        this.frames = frames;
    }

    /** Sets the limit for the frames whose length has not been read yet. */
    public void setMaxBytes(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Ignores all further bytes. */
    public void end() {
        isEnded = true;
        frame = NONE;
    }

    /**
     * Takes the next bytes of the stream.
     *
     * @throws MalformedException if a frame is over the limit, which ends the stream
     */
    public void feed(ByteBuffer in) throws MalformedException {
        while (!isEnded && in.hasRemaining()) {
            if (lengthField.hasRemaining()) {
                lengthField.put(in.get());
                if (!lengthField.hasRemaining()) {
                    begin();
                }
            } else {
                fill(in);
            }
            if (!lengthField.hasRemaining() && filled == size) {
                finish();
            }
        }
    }

    private void begin() throws MalformedException {
        try {
            size = Frame.LENGTH_BYTES + Frame.checkedLength(lengthField.getInt(0), maxBytes);
        } catch (MalformedException e) {
            end();
            throw e;
        }
        frame = new byte[Math.min(size, FIRST_BYTES)];
        lengthField.get(0, frame, 0, Frame.LENGTH_BYTES);
        filled = Frame.LENGTH_BYTES;
    }

    private void fill(ByteBuffer in) {
        int part = Math.min(size - filled, in.remaining());
        if (filled + part > frame.length) {
            frame = Arrays.copyOf(frame, Math.min(size, Math.max(2 * frame.length, filled + part)));
        }
        in.get(frame, filled, part);
        filled += part;
    }

    private void finish() {
        byte[] whole = frame;
        frame = NONE;
        lengthField.clear();
        frames.accept(whole);
    }
}
