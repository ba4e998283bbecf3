package sosad.app.load;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The replies that clients have had so far.
 *
 * @param sent how many requests were sent
 * @param reads how many reads were answered
 * @param empty how many of them found nothing
 * @param writes how many writes were acknowledged
 * @param deletes how many deletes were acknowledged
 * @param refused how many requests were answered by an error, or lost at once to an entry of a later time
 * @param unanswered how many requests were sent and never answered, which may have been done or not
 * @param foreign how many reads gave a value that no client wrote
 * @param problems what else went wrong and how often, in the words of the problem
 */
public record LoadCounts(
        long sent,
        long reads,
        long empty,
        long writes,
        long deletes,
        long refused,
        long unanswered,
        long foreign,
        Map<String, Long> problems) {
    public LoadCounts {
        problems = Collections.unmodifiableMap(new TreeMap<>(problems));
    }

    /** Returns how many requests were answered, and not by an error. */
    public long served() {
        return reads + writes + deletes;
    }

    /** Returns how many requests are over, however they ended. */
    public long completed() {
        return served() + refused + unanswered;
    }

    /** Returns how often a problem came up. */
    public long of(String problem) {
        return problems.getOrDefault(problem, 0L);
    }
}
