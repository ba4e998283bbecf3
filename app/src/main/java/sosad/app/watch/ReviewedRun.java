package sosad.app.watch;

import java.util.Arrays;
import java.util.List;

/** The lamps and the convergence of a run, at each of its events. */
public final class ReviewedRun {
    /** Nothing has been reviewed. */
    public static final ReviewedRun NONE = new ReviewedRun(List.of(), ConvergenceCurve.NONE);

    private static final List<Lamp> UNTESTED =
            Arrays.stream(Invariant.values()).map(Lamp::untested).toList();

    private final List<LampChange> changes;
    private final ConvergenceCurve curve;

    ReviewedRun(List<LampChange> changes, ConvergenceCurve curve) {
        this.changes = List.copyOf(changes);
        this.curve = curve;
    }

    /** Returns all lamps as they were after an event. */
    public List<Lamp> lamps(int event) {
        int low = 0;
        for (int high = changes.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).event() <= event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? UNTESTED : changes.get(low - 1).lamps();
    }

    /** Returns the convergence. */
    public ConvergenceCurve curve() {
        return curve;
    }
}
