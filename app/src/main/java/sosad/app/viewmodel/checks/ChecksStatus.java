package sosad.app.viewmodel.checks;

/** The status of the run of checks. */
public enum ChecksStatus {
    /** Nothing has run yet. */
    NOT_RUN,
    RUNNING,
    /** It was told to stop, and ends what was started for it. */
    STOPPING,
    STOPPED,
    OVER,
    /** The system did not start, or the run could not go on. */
    FAILED;

    /** Returns whether no other run can begin now. */
    public boolean isBusy() {
        return this == RUNNING || this == STOPPING;
    }
}
