package sosad.app.fault.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The search for the smallest part of a plan that still fails: its run is shortened, faults are left out until none can
 * be spared, and those that remain are shortened. Whether a part fails somebody else finds out; each is asked for once.
 */
public final class PlanShrinking {
    /** A length is the shortest if one that is shorter by so many parts of it fails no more. */
    private static final int PRECISION = 8;

    private final long leastMillis;
    private final int mostParts;
    private final Trying trying;
    private final Map<PlanPart, Boolean> tried = new HashMap<>();
    private PlanPart smallest;

    /** Finds out whether a part of a plan fails. */
    public interface Trying {
        /** @param number how many parts were tried, with this one */
        boolean fails(int number, PlanPart part) throws InterruptedException;
    }

    /**
     * A search that has not begun.
     *
     * @param failing what is known to fail
     * @param leastMillis the shortest run
     * @param mostParts after so many it ends with the smallest part it has
     */
    public PlanShrinking(PlanPart failing, long leastMillis, int mostParts, Trying trying) {
        this.smallest = failing;
        this.leastMillis = leastMillis;
        this.mostParts = mostParts;
        this.trying = trying;
    }

    /** Returns the smallest part so far that fails, also when the search was interrupted. */
    public PlanPart smallest() {
        return smallest;
    }

    /** Returns how many parts were tried. */
    public int parts() {
        return tried.size();
    }

    /** Returns whether it ended before it had tried everything. */
    public boolean isCutShort() {
        return parts() >= mostParts;
    }

    /** Searches. */
    public void run() throws InterruptedException {
        if (!fails(smallest.of(List.of()))) {
            shorten(smallest.millis(), leastMillis, smallest::endingAt);
            new DeltaDebugging<Decision>(part -> fails(smallest.of(part))).minimal(smallest.faults());
            for (int i = 0; i < smallest.faults().size(); i++) {
                int fault = i;
                PlanPart with = smallest;
                shorten(with.lastsMillis(fault), 1, millis -> with.lasting(fault, millis));
            }
        }
    }

    private boolean fails(PlanPart part) throws InterruptedException {
        Boolean known = tried.get(part);
        if (known != null) {
            return known;
        }
        if (isCutShort() || (part.faults().isEmpty() && !tried.isEmpty())) {
            return false; // without any fault nothing fails, or the search would have ended
        }
        boolean fails = trying.fails(parts() + 1, part);
        tried.put(part, fails);
        if (fails) {
            smallest = part;
        }
        return fails;
    }

    /** Halves the room between a length that is too short and one that fails until it is small. */
    private void shorten(long failing, long least, LongFunction<PlanPart> with) throws InterruptedException {
        long tooShort = least - 1;
        long longEnough = failing;
        while (longEnough - tooShort > 1 + longEnough / PRECISION) {
            long middle = (tooShort + longEnough) / 2;
            if (middle >= least && fails(with.apply(middle))) {
                longEnough = middle;
            } else {
                tooShort = middle;
            }
        }
    }
}
