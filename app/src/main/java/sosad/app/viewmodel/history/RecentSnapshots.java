package sosad.app.viewmodel.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.Snapshot;

/** The last second of a live cluster: its newest moment, and the one against which "changed" is measured. */
public final class RecentSnapshots {
    private static final long MILLIS = 1_000;

    private final Deque<Snapshot> snapshots = new ArrayDeque<>();

    /** Returns whether nothing but the present moment of a live cluster differs. */
    public boolean isSameLiveRun(History shown, History next) {
        return next.present().isLive() && shown.present().isLive() && shown.size() == next.size();
    }

    /** Adds the present moment; one that is not live ends the second. */
    public void add(Snapshot present) {
        if (!present.isLive() || (!snapshots.isEmpty() && snapshots.getLast().index() != present.index())) {
            snapshots.clear();
        }
        if (present.isLive()) {
            snapshots.addLast(present);
            while (snapshots.getFirst().time() < present.time() - MILLIS) {
                snapshots.removeFirst();
            }
        }
    }

    /** Returns the present moment of this history as it is now. */
    public Snapshot newest(History history) {
        return snapshots.isEmpty() ? history.present() : snapshots.getLast();
    }

    /** Returns what this moment is compared with, if it is the present one of a live cluster. */
    public Optional<Snapshot> baseline(Snapshot snapshot) {
        boolean isPresent = !snapshots.isEmpty() && snapshots.getLast().index() == snapshot.index();
        return isPresent ? Optional.of(snapshots.getFirst()) : Optional.empty();
    }
}
