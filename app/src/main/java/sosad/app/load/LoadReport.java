package sosad.app.load;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came out of a load.
 *
 * @param counts the replies
 * @param nanos how long it took
 * @param due how many requests should have been sent in that time; in a closed loop those that were
 * @param fromSending how long replies took, from when the request was sent
 * @param fromIntended how long they took from when the request was meant to be sent: what a client feels that does not
 *     wait with its wish for the server
 * @param ownDelay how late the clients sent what could have gone: their own slowness
 * @param intervals the course of it; the last interval may be missing
 * @param cpuNanos the processor time that the clients took; 0 where the system does not say
 */
public record LoadReport(
        LoadCounts counts,
        long nanos,
        long due,
        Latencies fromSending,
        Latencies fromIntended,
        Latencies ownDelay,
        List<LoadInterval> intervals,
        long cpuNanos) {
    /** From this share of a processor on the clients have no time left, and a faster server would not be seen. */
    private static final double BUSY = 0.9;

    public LoadReport {
        intervals = List.copyOf(intervals);
    }

    /** Returns how many requests were served per second. */
    public double servedPerSecond() {
        return perSecond(counts.served());
    }

    /** Returns how many requests were sent per second. */
    public double sentPerSecond() {
        return perSecond(counts.sent());
    }

    private double perSecond(long count) {
        return nanos == 0 ? 0 : (double) count * TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    /** Returns which share of the requests that were due was sent. */
    public double offeredShare() {
        return due == 0 ? 1 : Math.min(1, (double) counts.sent() / due);
    }

    /** Returns the share of one processor that the clients took. */
    public double cpuShare() {
        return nanos == 0 ? 0 : (double) cpuNanos / nanos;
    }

    /** Returns whether the clients, and not the servers, were what limited the load. */
    public boolean isLimitedByClients() {
        return cpuShare() > BUSY;
    }
}
