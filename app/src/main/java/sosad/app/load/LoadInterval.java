package sosad.app.load;

/**
 * What clients got within {@value #MILLIS} ms of a load.
 *
 * @param startMillis when it began, since the beginning of the load
 * @param served how many requests were answered, and not by an error
 * @param failed how many were refused or given up
 * @param medianMicros the median of how long the replies took; 0 if there was none
 * @param percentile99Micros their 99th percentile
 * @param longestMicros the longest
 */
public record LoadInterval(
        long startMillis, long served, long failed, long medianMicros, long percentile99Micros, long longestMicros) {
    /** How long an interval is. */
    public static final int MILLIS = 250;

    /** Returns how many requests were served per second. */
    public double servedPerSecond() {
        return served * 1_000.0 / MILLIS;
    }
}
