package sosad.app.check.cache;

import java.util.ArrayList;
import java.util.List;

/** What reads through a cache gave, with everything that a cache must not do. */
final class CacheFindings {
    private final List<String> wrong = new ArrayList<>();
    private final List<HitRatio> ratios = new ArrayList<>();
    private final List<StaleRead> afterDirectWrites = new ArrayList<>();
    private long readsAfterOwnWrites;
    private long hits;

    /**
     * A share of hits.
     *
     * @param distribution how keys are chosen
     * @param measured the share of reads that the cache answered
     * @param best the share that a cache would answer which knew the most frequent keys and lost nothing to age
     */
    record HitRatio(String distribution, double measured, double best) {}

    /**
     * A read through the gateway after a write at the server.
     *
     * @param afterMillis how long after the acknowledgement it was sent
     * @param isStale whether it gave what was there before
     */
    record StaleRead(double afterMillis, boolean isStale) {}

    void add(HitRatio ratio) {
        ratios.add(ratio);
    }

    void add(StaleRead read) {
        afterDirectWrites.add(read);
    }

    /** A read after a write through the same gateway was done. */
    void readAfterOwnWrite() {
        readsAfterOwnWrites++;
    }

    /** The cache has answered so many reads. */
    void addHits(long more) {
        hits += more;
    }

    /** Something that a cache must not do, in words. */
    void wrong(String words) {
        wrong.add(words);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<HitRatio> ratios() {
        return List.copyOf(ratios);
    }

    List<StaleRead> afterDirectWrites() {
        return List.copyOf(afterDirectWrites);
    }

    long readsAfterOwnWrites() {
        return readsAfterOwnWrites;
    }

    long hits() {
        return hits;
    }

    long stale() {
        return afterDirectWrites.stream().filter(StaleRead::isStale).count();
    }

    double longestStaleMillis() {
        return afterDirectWrites.stream()
                .filter(StaleRead::isStale)
                .mapToDouble(StaleRead::afterMillis)
                .max()
                .orElse(0);
    }
}
