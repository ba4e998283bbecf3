package sosad.app.history;

import java.util.List;
import java.util.Optional;

/**
 * All moments of a run so far, immutable.
 *
 * @param moments in order; the first is the cluster's start
 */
public record History(List<Moment> moments) {
    public History {
        moments = List.copyOf(moments);
    }

    /** The last moment. */
    public Moment present() {
        return moments.get(moments.size() - 1);
    }

    /** Returns whether the nodes have run by their own clocks, so that the run cannot be repeated. */
    public boolean hasLived() {
        return moments.stream().anyMatch(moment -> moment.phase() == Phase.LIVE);
    }

    /** The last moment of the step before the one that {@code moment} belongs to: against it "changed" is measured. */
    public Optional<Moment> before(Moment moment) {
        for (int i = moment.index() - 1; i >= 0; i--) {
            if (moments.get(i).step() < moment.step()) {
                return Optional.of(moments.get(i));
            }
        }
        return Optional.empty();
    }
}
