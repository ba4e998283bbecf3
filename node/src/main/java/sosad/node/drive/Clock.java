package sosad.node.drive;

/** Where a client's write gets its timestamp. */
public interface Clock {
    /** The time now. */
    long now();
}
