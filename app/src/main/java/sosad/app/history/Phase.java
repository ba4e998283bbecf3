package sosad.app.history;

/** How far the present step is. */
public enum Phase {
    /** Before the first step: T is the start time. */
    START,
    /** The step's actions are being carried out. */
    ACTING,
    /** What was sent stands on its links. */
    IN_FLIGHT,
    /** All is delivered; the step is over. */
    DELIVERED,
    /** The nodes run by their own clocks, which show milliseconds. */
    LIVE
}
