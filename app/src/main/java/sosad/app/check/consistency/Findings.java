package sosad.app.check.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each anomaly was found, and a few examples: the first ones, and of stale reads the oldest answers. */
final class Findings {
    private static final int MAX_EXAMPLES = 10;
    private static final Comparator<Finding> OLDEST_ANSWER =
            Comparator.comparingLong(Finding::staleNanos).reversed();

    private final Map<Anomaly, List<Finding>> examples = new EnumMap<>(Anomaly.class);
    private final long[] counts = new long[Anomaly.values().length];

    Findings() {
        for (Anomaly anomaly : Anomaly.values()) {
            examples.put(anomaly, new ArrayList<>());
        }
    }

    /** Counts one; returns whether it is wanted as an example. */
    boolean count(Anomaly anomaly, long staleNanos) {
        counts[anomaly.ordinal()]++;
        List<Finding> kept = examples.get(anomaly);
        return kept.size() < MAX_EXAMPLES
                || anomaly == Anomaly.STALE
                        && staleNanos > kept.get(MAX_EXAMPLES - 1).staleNanos();
    }

    /** Keeps an example that is wanted. */
    void keep(Finding finding) {
        List<Finding> kept = examples.get(finding.anomaly());
        if (kept.size() == MAX_EXAMPLES) {
            kept.remove(MAX_EXAMPLES - 1);
        }
        kept.add(finding);
        if (finding.anomaly() == Anomaly.STALE) {
            kept.sort(OLDEST_ANSWER);
        }
    }

    /** So many that were taken for one anomaly turn out to be another. */
    void move(Anomaly from, Anomaly to, int number) {
        counts[from.ordinal()] -= number;
        counts[to.ordinal()] += number;
    }

    long count(Anomaly anomaly) {
        return counts[anomaly.ordinal()];
    }

    List<Finding> examples(Anomaly anomaly) {
        return List.copyOf(examples.get(anomaly));
    }
}
