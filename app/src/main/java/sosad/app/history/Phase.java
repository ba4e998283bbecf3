package sosad.app.history;

/** The phase of the present step. */
public enum Phase {
    /** Before the first step: T is the start time. */
    START,
    /** The step's actions are being carried out. */
    ACTING,
    /** The step's messages are on their links. */
    IN_FLIGHT,
    /** All is delivered; the step is over. */
    DELIVERED,
    /** The nodes run by their own clocks, which show milliseconds. */
    LIVE,
    /** The nodes ran by their own clocks; it is known from what they have recorded. */
    LIVED
}
