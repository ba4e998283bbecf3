package sosad.node.gateway;

/** The counts of one backend in INFO. */
final class BackendCounts {
    /** A new latency counts for one part in so many of the average. */
    private static final int AVERAGED_OVER = 64;

    /** The number of requests it has been given and has not replied to, late ones included. */
    int outstanding;

    long served;

    /** The number of its requests that were lost or late. */
    long failed;

    /** The reason why the last connection ended or could not be made; empty if all is well so far. */
    String lastError = "";

    private double latencyNanos;

    void countServed(long nanos) {
        latencyNanos += (nanos - latencyNanos) / Math.min(++served, AVERAGED_OVER);
    }

    void fault(String why) {
        lastError = why.replaceAll("[\r\n]+", " ");
    }

    /** Returns the time from request to reply, a moving average. */
    long latencyMicros() {
        return Math.round(latencyNanos / 1_000);
    }
}
