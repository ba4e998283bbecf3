package sosad.app.check.consistency;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sosad.app.check.Series.Point;

/**
 * What a {@link ConsistencyChecker} has found.
 *
 * @param writes how many writes and deletes were sent
 * @param reads how many reads were judged
 * @param written how many of these found their key written before
 * @param unjudged how many reads came while it was not known whether the key was deleted
 * @param stale how many reads were stale
 * @param mostVersions by how many versions the oldest answer was behind
 * @param medianAgeMillis for how long stale answers had been too old: the median
 * @param maxAgeMillis the most
 * @param counts how often each anomaly was found
 * @param examples a few of each
 * @param visibility t-visibility: milliseconds since the acknowledgement, share of fresh reads
 * @param versions k-staleness: k, share of reads that were fewer than k versions behind
 */
public record ConsistencyReport(
        long writes,
        long reads,
        long written,
        long unjudged,
        long stale,
        int mostVersions,
        double medianAgeMillis,
        double maxAgeMillis,
        Map<Anomaly, Long> counts,
        Map<Anomaly, List<Finding>> examples,
        List<Point> visibility,
        List<Point> versions) {
    private static final double MEDIAN = 50;
    private static final double MAX = 100;

    public ConsistencyReport {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
        examples = Collections.unmodifiableMap(new EnumMap<>(examples));
        visibility = List.copyOf(visibility);
        versions = List.copyOf(versions);
    }

    static ConsistencyReport of(long writes, long unjudged, Findings findings, StalenessCurves curves) {
        Map<Anomaly, Long> counts = new EnumMap<>(Anomaly.class);
        Map<Anomaly, List<Finding>> examples = new EnumMap<>(Anomaly.class);
        for (Anomaly anomaly : Anomaly.values()) {
            counts.put(anomaly, findings.count(anomaly));
            examples.put(anomaly, findings.examples(anomaly));
        }
        return new ConsistencyReport(
                writes,
                curves.reads(),
                curves.written(),
                unjudged,
                curves.stale(),
                curves.mostVersions(),
                curves.ageMillis(MEDIAN),
                curves.ageMillis(MAX),
                counts,
                examples,
                curves.visibility(),
                curves.versions());
    }

    /** Returns how often an anomaly was found. */
    public long count(Anomaly anomaly) {
        return counts.get(anomaly);
    }

    /** Returns how many reads no rule can explain. */
    public long inexcusable() {
        return counts.entrySet().stream()
                .filter(one -> !one.getKey().isExcusable())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Returns the same without what a rule can explain: where old data is to be expected, and awaited. */
    ConsistencyReport onlyInexcusable() {
        Map<Anomaly, Long> left = new EnumMap<>(counts);
        left.replaceAll((anomaly, count) -> anomaly.isExcusable() ? 0 : count);
        Map<Anomaly, List<Finding>> leftExamples = new EnumMap<>(examples);
        leftExamples.replaceAll((anomaly, some) -> anomaly.isExcusable() ? List.of() : some);
        return new ConsistencyReport(
                writes,
                reads,
                written,
                unjudged,
                stale,
                mostVersions,
                medianAgeMillis,
                maxAgeMillis,
                left,
                leftExamples,
                visibility,
                versions);
    }

    /** Returns whether nothing at all was found. */
    public boolean isClean() {
        return counts.values().stream().allMatch(count -> count == 0);
    }
}
