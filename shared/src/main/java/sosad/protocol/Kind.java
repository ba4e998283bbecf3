package sosad.protocol;

/** Why a message was sent. */
public enum Kind {
    /** What the sender's own clients wrote. Moves {@code now} alone. */
    PUSH,
    /** What the content rule yields. Moves {@code now} and {@code prev}. */
    SYNC,
    /** A restarted node's word that it is back; carries nothing but its header. */
    HELLO
}
