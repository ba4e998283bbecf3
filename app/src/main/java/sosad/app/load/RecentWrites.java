package sosad.app.load;

import java.util.HashMap;
import java.util.Map;

/**
 * The last acknowledged writes of each key, by which reads are judged while they come: how many of them a read has
 * missed. It takes constant room for each key and constant time for each read. Used by one thread at a time.
 */
final class RecentWrites {
    /** A read that has missed more is said to have missed so many. */
    static final int MAX_MISSED = 16;

    private final Map<String, Line> lines = new HashMap<>();

    private static final class Line {
        final long[] versions = new long[MAX_MISSED];
        long count;
    }

    /** A write is acknowledged; of one key these have ever greater versions. */
    void acknowledged(String key, long version) {
        Line line = lines.computeIfAbsent(key, first -> new Line());
        line.versions[(int) (line.count++ % MAX_MISSED)] = version;
    }

    /** Returns how many writes of a key are acknowledged so far. */
    long count(String key) {
        Line line = lines.get(key);
        return line == null ? 0 : line.count;
    }

    /**
     * Returns how many writes a read has missed.
     *
     * @param countThen how many were acknowledged when it was sent
     * @param version what it got; {@link Operation#NOTHING}: nothing
     */
    int missed(String key, long countThen, long version) {
        Line line = lines.get(key);
        int missed = 0;
        if (line != null) {
            long kept = line.count - MAX_MISSED;
            for (long number = countThen - 1; number >= Math.max(0, kept); number--) {
                missed += line.versions[(int) (number % MAX_MISSED)] > version ? 1 : 0;
            }
        }
        return missed;
    }
}
