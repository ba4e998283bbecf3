package sosad.app.history;

/** The relation of a run so far to the scenario that is played. */
public enum ScriptStatus {
    /** Nothing has happened but what the scenario says. */
    ON_SCRIPT,
    /** Something has happened that the scenario does not say. */
    OFF_SCRIPT,
    /**
     * Besides, something that the scenario says could not be done: what it tells from here on is not about this run.
     */
    VOID
}
