package sosad.protocol;

/** How far a client's read goes. */
public enum ReadMode {
    /** What this node holds. */
    LOCAL,
    /** What this node holds, or, if that is nothing, what the first peer holds that holds something. */
    FIND,
    /** The newest that any node holds; those that hold something older are brought up to date. */
    NEWEST
}
