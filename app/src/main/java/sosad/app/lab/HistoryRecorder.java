package sosad.app.lab;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;

/** The history of a session; reports it to the listener from {@link #begin} on. */
final class HistoryRecorder {
    /** A step that acts no longer than this is reported when its messages are in flight: no eye could see more. */
    private static final long BRIEF_NANOS = 100_000_000;

    private final Consumer<LabEvent> listener;
    private final LongSupplier nanos;
    private History history;
    private boolean silent = true;
    private boolean untold;
    private long actingSinceNanos;

    /** @param nanos the clock */
    HistoryRecorder(Consumer<LabEvent> listener, LongSupplier nanos) {
        this.listener = listener;
        this.nanos = nanos;
    }

    /** Reports every snapshot to the listener from now on; it knows the earlier ones otherwise. */
    void begin() {
        silent = false;
    }

    void happened(Snapshot snapshot) {
        if (history == null || present().phase() != Phase.ACTING) {
            actingSinceNanos = nanos.getAsLong();
        }
        history = history == null ? History.startingWith(snapshot) : history.plus(snapshot);
        untold = !silent;
        if (snapshot.phase() != Phase.ACTING || nanos.getAsLong() - actingSinceNanos > BRIEF_NANOS) {
            tell();
        }
    }

    /** Returns whether what happens is reported, and is not a repetition. */
    boolean isTelling() {
        return !silent;
    }

    /** Reports what has not been reported yet, such as a step that failed in the middle. */
    void tell() {
        if (untold) {
            untold = false;
            listener.accept(new LabEvent.Happened(history));
        }
    }

    /** Does work that may bring thousands of moments, and reports them once. */
    void atOnce(Runnable work) {
        silent = true;
        try {
            work.run();
        } finally {
            silent = false;
        }
        listener.accept(new LabEvent.Happened(history));
    }

    /** Replaces the present; the caller tells the listener. */
    void replacePresent(Snapshot newPresent) {
        history = history.withPresent(newPresent);
    }

    Snapshot present() {
        return history.present();
    }

    History history() {
        return history;
    }
}
