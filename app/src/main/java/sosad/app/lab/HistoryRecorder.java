package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;

/** The moments of a session, and when the listener is told of them: not before {@link #begin}. */
final class HistoryRecorder {
    /** A step that acts no longer than this is told when it stands in flight: nobody could see more. */
    private static final long BRIEF_NANOS = 100_000_000;

    private final Lab.Listener listener;
    private final LongSupplier nanos;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private boolean silent = true;
    private boolean untold;
    private long actingSinceNanos;

    /** @param nanos the clock */
    HistoryRecorder(Lab.Listener listener, LongSupplier nanos) {
        this.listener = listener;
        this.nanos = nanos;
    }

    /** From now on the listener is told of every moment; what there is already it knows otherwise. */
    void begin() {
        silent = false;
    }

    void happened(Snapshot snapshot) {
        if (snapshots.isEmpty() || present().phase() != Phase.ACTING) {
            actingSinceNanos = nanos.getAsLong();
        }
        snapshots.add(snapshot);
        untold = !silent;
        if (snapshot.phase() != Phase.ACTING || nanos.getAsLong() - actingSinceNanos > BRIEF_NANOS) {
            tell();
        }
    }

    /** Tells what has not been told yet, such as a step that failed in the middle. */
    void tell() {
        if (untold) {
            untold = false;
            listener.happened(history());
        }
    }

    /** Does work that may bring thousands of moments, and tells of them once. */
    void atOnce(Runnable work) {
        silent = true;
        try {
            work.run();
        } finally {
            silent = false;
        }
        listener.happened(history());
    }

    /** The present looks different now; who is to be told of that is the caller's matter. */
    void becomes(Snapshot newPresent) {
        snapshots.set(newPresent.index(), newPresent);
    }

    Snapshot present() {
        return snapshots.get(snapshots.size() - 1);
    }

    History history() {
        return new History(snapshots);
    }

    /** The first moments. */
    History first(int count) {
        return new History(snapshots.subList(0, count));
    }
}
