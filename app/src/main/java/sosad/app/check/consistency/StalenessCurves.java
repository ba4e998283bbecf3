package sosad.app.check.consistency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import sosad.app.check.Series.Point;

/**
 * How fresh reads are, in time and in versions: the measures of Bailis et al., "Probabilistically Bounded Staleness"
 * (2012). A read counts for the time between the last acknowledgement of its key and its own beginning.
 */
final class StalenessCurves {
    private static final int BUCKETS_PER_DOUBLING = 4;
    private static final double FIRST_NANOS = 1_000;
    private static final int BUCKETS = 35 * BUCKETS_PER_DOUBLING;
    private static final int MAX_VERSIONS = 1_000;
    private static final long MAX_AGE_MICROS = 86_400_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int HALF = 2;

    private final long[] fresh = new long[BUCKETS];
    private final long[] all = new long[BUCKETS];
    private final long[] behind = new long[MAX_VERSIONS + 1];
    private final Histogram ageMicros = new Histogram(MAX_AGE_MICROS, 3);
    private long reads;

    /** A read of a key under which nothing was acknowledged before. */
    void readOfNothing() {
        reads++;
        behind[0]++;
    }

    /**
     * A read.
     *
     * @param sinceNanos since when the last write had been acknowledged
     * @param versions by how many versions the answer was too old
     * @param ageNanos since when it had been too old
     */
    void read(long sinceNanos, int versions, long ageNanos) {
        reads++;
        int bucket = bucket(sinceNanos);
        all[bucket]++;
        fresh[bucket] += versions == 0 ? 1 : 0;
        behind[Math.min(versions, MAX_VERSIONS)]++;
        if (versions > 0) {
            ageMicros.recordValue(Math.min(MAX_AGE_MICROS, Math.round(ageNanos / NANOS_PER_MICRO)));
        }
    }

    /** The exponent and the first bits of the mantissa: no logarithm for each read. */
    private static int bucket(long nanos) {
        if (nanos < FIRST_NANOS) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(nanos / FIRST_NANOS);
        int bucket = (int) (bits >>> 50) - (1023 << HALF);
        return Math.min(BUCKETS - 1, 1 + bucket);
    }

    private static double upperMillis(int bucket) {
        int doubling = bucket / BUCKETS_PER_DOUBLING;
        double part = 1 + (double) (bucket % BUCKETS_PER_DOUBLING) / BUCKETS_PER_DOUBLING;
        return Math.scalb(FIRST_NANOS * part, doubling) / NANOS_PER_MILLI;
    }

    /** Returns t-visibility: the share of fresh reads, of those sent up to so many milliseconds after a write. */
    List<Point> visibility() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            if (all[i] > 0) {
                points.add(new Point(upperMillis(i), (double) fresh[i] / all[i]));
            }
        }
        return points;
    }

    /** Returns k-staleness: the share of reads that were fewer than k versions behind, for k = 1, 2, … */
    List<Point> versions() {
        List<Point> points = new ArrayList<>();
        long within = 0;
        for (int k = 0; k <= MAX_VERSIONS && within < reads; k++) {
            within += behind[k];
            points.add(new Point(k + 1, (double) within / reads));
        }
        return points;
    }

    long reads() {
        return reads;
    }

    /** Returns how many reads found their key written before. */
    long written() {
        return Arrays.stream(all).sum();
    }

    /** Returns by how many versions the oldest answer was behind. */
    int mostVersions() {
        int most = MAX_VERSIONS;
        while (most > 0 && behind[most] == 0) {
            most--;
        }
        return most;
    }

    /** Returns for how long stale answers had been too old, as a percentile of them; 0 if there are none. */
    double ageMillis(double percentile) {
        return ageMicros.getTotalCount() == 0 ? 0 : ageMicros.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }

    /** Returns how many reads were stale. */
    long stale() {
        return Arrays.stream(behind).sum() - behind[0];
    }
}
