package sosad.node.host;

/** Calls back later, on the event loop. */
public interface Alarm {
    /** Runs {@code then} after this many milliseconds. */
    Set after(long millis, Runnable then);

    /** An alarm that is set. */
    interface Set {
        /** The alarm does not ring any more. */
        void cancel();
    }
}
