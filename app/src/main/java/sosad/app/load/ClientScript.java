package sosad.app.load;

/** Decides what one client asks, and is told how that ended; always on the thread of the client's loop. */
interface ClientScript {
    /** The time of what never comes. */
    long NEVER_NANOS = Long.MAX_VALUE;

    /**
     * Returns when the next request is meant to go, by {@link System#nanoTime}; {@link #NEVER_NANOS}: there is none for
     * the time being.
     */
    long dueNanos(long nowNanos);

    /** Chooses the next request, all but its times; it goes at once. */
    void next(LoadRequest request);

    /** A request goes, and has its times. */
    default void sent(LoadRequest request) {}

    /** A request is over. */
    void completed(LoadRequest request, LoadReply reply);

    /** A connection could not be opened. */
    default void couldNotConnect(String why) {}
}
