package sosad.app.lab.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** The growth of a count over the last second. */
public final class PerSecond {
    private static final long WINDOW_MILLIS = 1_000;

    private final Deque<Seen> seen = new ArrayDeque<>();

    private record Seen(long count, long millis) {}

    /** The count is this now; how much it has grown in a second. */
    public long of(long count, long nowMillis) {
        seen.addLast(new Seen(count, nowMillis));
        while (seen.size() > 2 && seen.element().millis() < nowMillis - WINDOW_MILLIS) {
            seen.removeFirst();
        }
        long millis = Math.max(WINDOW_MILLIS, nowMillis - seen.element().millis());
        return Math.round(1_000.0 * (count - seen.element().count()) / millis);
    }
}
