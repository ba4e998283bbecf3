package sosad.node.gateway;

/** What INFO tells of one backend. */
final class BackendCounts {
    /** A new latency counts for one part in so many of the average. */
    private static final int AVERAGED_OVER = 64;

    private int outstanding;
    private long served;
    private long failed;
    private double latencyNanos;
    private String lastError = "";

    void given() {
        outstanding++;
    }

    void taken() {
        outstanding--;
    }

    void countServed(long nanos) {
        latencyNanos += (nanos - latencyNanos) / Math.min(++served, AVERAGED_OVER);
    }

    void countFailed() {
        failed++;
    }

    void fault(String why) {
        lastError = why.replaceAll("[\r\n]+", " ");
    }

    /** Returns how many requests it has been given and has not replied to, late ones included. */
    int outstanding() {
        return outstanding;
    }

    long served() {
        return served;
    }

    /** Returns how many of its requests were lost or late. */
    long failed() {
        return failed;
    }

    /** From sending to reply: a moving average. */
    long latencyMicros() {
        return Math.round(latencyNanos / 1_000);
    }

    /** Returns why the last connection ended or could not be made; empty if all is well so far. */
    String lastError() {
        return lastError;
    }
}
