package sosad.message;

/** When a disk store makes sure that what it has written would survive the machine's failure. */
public enum Fsync {
    /** With every batch; nothing is told before. Nothing that was told is ever lost. */
    ALWAYS,
    /**
     * Once a second. A machine that fails takes what was told in the last second or two; a killed node next to none.
     */
    EVERYSEC,
    /** Only when the node ends in good order; until then the system writes when it sees fit. */
    NEVER
}
