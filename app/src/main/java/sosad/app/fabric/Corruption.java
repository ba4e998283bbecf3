package sosad.app.fabric;

import sosad.wire.Frame;

/** Bytes that changed on the way. */
public final class Corruption {
    private Corruption() {}

    /**
     * A copy of a frame with one byte changed after the length field, so that the stream stays in step.
     *
     * @param at which of the bytes after the length field, counted modulo their number
     */
    public static byte[] of(byte[] frame, int at) {
        byte[] changed = frame.clone();
        int place = Frame.LENGTH_BYTES + at % (frame.length - Frame.LENGTH_BYTES);
        changed[place] ^= (byte) (1 + at % 255);
        return changed;
    }
}
