package sosad.app.scenario;

/** The place of a message that is handled before it has arrived. */
public enum MessageState {
    /** On its link; lost in this step, if it is to be restored. */
    IN_FLIGHT,
    /** Parked at its sender's side. */
    HELD,
    /** Parked at its destination's side, which is paused. */
    WAITING
}
