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

    private final Map<Anomaly, Found> all = new EnumMap<>(Anomaly.class);

    private static final class Found {
        long count;
        final List<Finding> examples = new ArrayList<>();
    }

    Findings() {
        for (Anomaly anomaly : Anomaly.values()) {
            all.put(anomaly, new Found());
        }
    }

    /** Counts one; returns whether it is wanted as an example. */
    boolean count(Anomaly anomaly, long staleNanos) {
        Found found = all.get(anomaly);
        found.count++;
        if (found.examples.size() < MAX_EXAMPLES) {
            return true;
        }
        return anomaly == Anomaly.STALE
                && staleNanos > found.examples.get(MAX_EXAMPLES - 1).staleNanos();
    }

    /** Keeps an example that is wanted. */
    void keep(Finding finding) {
        List<Finding> kept = all.get(finding.anomaly()).examples;
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
        all.get(from).count -= number;
        all.get(to).count += number;
    }

    long count(Anomaly anomaly) {
        return all.get(anomaly).count;
    }

    List<Finding> examples(Anomaly anomaly) {
        return List.copyOf(all.get(anomaly).examples);
    }
}
