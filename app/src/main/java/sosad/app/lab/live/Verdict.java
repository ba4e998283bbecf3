package sosad.app.lab.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The agreement of the nodes of a live cluster, and what their rules will make of it ({@code docs/decisions/0085}).
 *
 * @param entries how many keys the nodes hold together
 * @param differ on how many of them they do not hold the same; empty: not compared
 * @param forMillis for how long they have agreed, or not agreed
 * @param forecast what the rules make of the differing ones; empty: not computed yet, or not at all
 * @param whyNone why nothing is computed; empty: it is, or will be in a moment
 * @param without the nodes that are left out, each with the reason, such as {@code C is paused}
 */
public record Verdict(
        int entries,
        OptionalInt differ,
        long forMillis,
        Optional<Forecast> forecast,
        String whyNone,
        List<String> without) {
    /** Nothing was looked at yet. */
    public static final Verdict NONE = new Verdict(0, OptionalInt.empty(), 0, Optional.empty(), "", List.of());

    public Verdict {
        without = List.copyOf(without);
    }

    /** Returns whether the nodes that are looked at hold the same. */
    public boolean isAgreement() {
        return differ.isPresent() && differ.getAsInt() == 0;
    }

    /**
     * The state that the rules alone lead to from here, if nothing goes wrong any more.
     *
     * @param differing how many keys differed when it was computed
     * @param healed on how many of them syncs bring the nodes to agree
     * @param never on how many the rules never do
     * @param open on how many it cannot be said yet: a message may be under way
     */
    public record Forecast(int differing, int healed, int never, int open) {}
}
