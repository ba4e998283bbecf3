package sosad.protocol;

/** Where a sync without named destinations goes (the document's optimization 3). */
public enum Schedule {
    /** To all peers. */
    TOGETHER,
    /** To one peer, the next in alphabetical order after the last one. */
    ROLLING
}
