package sosad.app.history;

import java.util.List;
import java.util.Optional;

/**
 * All moments of a run so far, immutable.
 *
 * @param snapshots in order; the first is the cluster's start
 */
public record History(List<Snapshot> snapshots) {
    public History {
        snapshots = List.copyOf(snapshots);
    }

    /** The last moment. */
    public Snapshot present() {
        return snapshots.get(snapshots.size() - 1);
    }

    /** Returns whether the nodes have run by their own clocks, so that the run cannot be repeated. */
    public boolean hasLived() {
        return snapshots.stream().anyMatch(snapshot -> snapshot.phase() == Phase.LIVE);
    }

    /**
     * The last moment of the step before the one that {@code snapshot} belongs to: against it "changed" is measured.
     */
    public Optional<Snapshot> before(Snapshot snapshot) {
        for (int i = snapshot.index() - 1; i >= 0; i--) {
            if (snapshots.get(i).step() < snapshot.step()) {
                return Optional.of(snapshots.get(i));
            }
        }
        return Optional.empty();
    }
}
