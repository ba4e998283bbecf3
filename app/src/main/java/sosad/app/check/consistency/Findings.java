package sosad.app.check.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

    void add(Anomaly anomaly, long staleNanos, Supplier<Finding> finding) {
        counts[anomaly.ordinal()]++;
        List<Finding> kept = examples.get(anomaly);
        if (kept.size() < MAX_EXAMPLES) {
            kept.add(finding.get());
        } else if (anomaly == Anomaly.STALE
                && staleNanos > kept.get(MAX_EXAMPLES - 1).staleNanos()) {
            kept.set(MAX_EXAMPLES - 1, finding.get());
        } else {
            return;
        }
        if (anomaly == Anomaly.STALE) {
            kept.sort(OLDEST_ANSWER);
        }
    }

    /** What was taken for one anomaly turns out to be another. */
    void move(Anomaly from, Anomaly to) {
        counts[from.ordinal()]--;
        counts[to.ordinal()]++;
    }

    long count(Anomaly anomaly) {
        return counts[anomaly.ordinal()];
    }

    List<Finding> examples(Anomaly anomaly) {
        return List.copyOf(examples.get(anomaly));
    }
}
