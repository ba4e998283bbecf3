package sosad.wire;

/** The length limits on the wire. */
public final class WireLimits {
    /** The longest frame between peers, in bytes, without its length field. */
    public static final int FRAME_BYTES = 4 << 20;

    /** The longest line on the control connection, in bytes. A report of a whole frame's changes fits. */
    public static final int LINE_BYTES = 8 << 20;

    /** The longest line of a program that has not proved the secret yet, in bytes. */
    public static final int PROOF_BYTES = 32 << 10;

    /** About how many bytes of entries one page of a node's state holds. */
    public static final int PAGE_BYTES = 1 << 20;

    /** The longest value, in bytes, whose entry is certain to fit into a frame: six bytes for each at the worst. */
    public static final int VALUE_BYTES = 512 << 10;

    private WireLimits() {}
}
