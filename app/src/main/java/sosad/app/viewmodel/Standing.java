package sosad.app.viewmodel;

/** Whether there is a cluster to look at. */
public enum Standing {
    /** Nothing has been opened yet. */
    NONE,
    /** Processes are being started. */
    OPENING,
    /** The cluster stands. */
    READY,
    /** It could not be started. */
    FAILED
}
