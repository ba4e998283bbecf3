package sosad.protocol;

/** Whether changes carry their own timestamps (the document's optimization 1). */
public enum Timestamps {
    /** Every change carries its own timestamp. */
    PER_KEY,
    /** The message carries one timestamp, the newest of its changes. */
    NEWEST,
    /** The message carries one timestamp, the average of its changes, rounded down. */
    AVERAGE
}
