package sosad.app.load;

import org.HdrHistogram.Histogram;

/**
 * How long requests took, in microseconds.
 *
 * @param count of how many requests
 */
public record Latencies(
        long count, double mean, long median, long percentile90, long percentile99, long percentile999, long longest) {
    /** Returns what a histogram of microseconds holds. */
    static Latencies of(Histogram micros) {
        return new Latencies(
                micros.getTotalCount(),
                micros.getTotalCount() == 0 ? 0 : micros.getMean(),
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(90),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue());
    }
}
