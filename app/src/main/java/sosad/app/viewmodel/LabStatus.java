package sosad.app.viewmodel;

/** The states of the cluster's start. */
public enum LabStatus {
    /** Nothing has been opened yet. */
    NONE,
    /** Processes are being started. */
    OPENING,
    /** Fresh processes repeat a run; what is shown is the record of the moment they go back to. */
    GOING_BACK,
    /** The cluster stands. */
    READY,
    /** It could not be started. */
    FAILED
}
