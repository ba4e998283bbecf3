package sosad.app.measure;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import sosad.app.check.Series;

/**
 * What was measured of a run so far, in bounded memory: its last minute as it was looked at, and the whole of it the
 * coarser, the longer it lasts. One thread adds to it; others may ask at any time.
 */
public final class RunMeter {
    /** The last so many milliseconds are kept as they were looked at. */
    public static final long RECENT_MILLIS = 60_000;

    /** The most samples of the whole run; then each two become one. */
    static final int MAX_SAMPLES = 600;

    private final Deque<RunSample> recent = new ArrayDeque<>();
    private final List<RunSample> whole = new ArrayList<>();
    private int looksInSample = 1;
    private int looksInLast;

    /** Adds what was measured since the last time. */
    public synchronized void add(RunSample sample) {
        refuseIf(
                !recent.isEmpty() && sample.toMillis() < recent.getLast().toMillis(),
                "a sample that ends at %,d ms after one that ends at %,d",
                sample.toMillis(),
                recent.isEmpty() ? 0 : recent.getLast().toMillis());
        recent.addLast(sample);
        while (recent.getFirst().toMillis() < sample.toMillis() - RECENT_MILLIS) {
            recent.removeFirst();
        }
        if (looksInLast == looksInSample || whole.isEmpty()) {
            whole.add(sample.copy());
            looksInLast = 1;
        } else {
            whole.get(whole.size() - 1).add(sample);
            looksInLast++;
        }
        if (whole.size() == MAX_SAMPLES) {
            halve();
        }
    }

    private void halve() {
        for (int i = 0; i < whole.size() / 2; i++) {
            RunSample both = whole.get(2 * i);
            both.add(whole.get(2 * i + 1));
            whole.set(i, both);
        }
        whole.subList(whole.size() / 2, whole.size()).clear();
        looksInLast += looksInSample;
        looksInSample *= 2;
    }

    /** Returns the lines of the whole run, or of its last minute. */
    public synchronized List<Series> series(boolean lastMinute) {
        return SampleSeries.of(lastMinute ? List.copyOf(recent) : whole);
    }

    /** Returns the last sample. */
    synchronized Optional<RunSample> last() {
        return Optional.ofNullable(recent.peekLast());
    }
}
