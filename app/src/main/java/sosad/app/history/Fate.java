package sosad.app.history;

/** The place of a message, or its outcome. */
public enum Fate {
    /** On its link, to be delivered in this step. */
    IN_FLIGHT,
    /** Parked at its sender's side until somebody releases it. */
    HELD,
    /** Waits for its destination, which is paused. */
    WAITING,
    /** Received. */
    DELIVERED,
    /** Never received. */
    LOST,
    /** Was held and thrown away. */
    DISCARDED;

    /** Returns whether nothing further will become of the message. */
    public boolean isFinal() {
        return this == DELIVERED || this == LOST || this == DISCARDED;
    }
}
