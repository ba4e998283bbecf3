package sosad.node.host;

/** Time on the event loop. */
public interface Alarm {
    /** The milliseconds of a clock that never goes back. */
    long millis();

    /**
     * Runs {@code then} on the event loop once {@link #millis} has reached {@code due}. Takes the place of what was set
     * before.
     */
    void set(long due, Runnable then);
}
