package sosad.message;

/** Which clock a live node's writes get their timestamps from (section "Clocks" of {@code docs/protocol.md}). */
public enum ClockKind {
    /** The wall clock, but never behind a timestamp that the node has seen: a hybrid logical clock. */
    HYBRID,
    /** The wall clock, strictly increasing from write to write. */
    WALL
}
