package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import sosad.app.history.History;
import sosad.app.history.Moment;
import sosad.app.history.Phase;

/** The moments of a session, and when the listener is told of them: not before {@link #begin}. */
final class Telling {
    /** A step that acts no longer than this is told when it stands in flight: nobody could see more. */
    private static final long BRIEF_NANOS = 100_000_000;

    private final Lab.Listener listener;
    private final LongSupplier nanos;
    private final List<Moment> moments = new ArrayList<>();
    private boolean silent = true;
    private boolean untold;
    private long actingSinceNanos;

    /** @param nanos the clock */
    Telling(Lab.Listener listener, LongSupplier nanos) {
        this.listener = listener;
        this.nanos = nanos;
    }

    /** From now on the listener is told of every moment; what there is already it knows otherwise. */
    void begin() {
        silent = false;
    }

    void happened(Moment moment) {
        if (moments.isEmpty() || present().phase() != Phase.ACTING) {
            actingSinceNanos = nanos.getAsLong();
        }
        moments.add(moment);
        untold = !silent;
        if (moment.phase() != Phase.ACTING || nanos.getAsLong() - actingSinceNanos > BRIEF_NANOS) {
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
    void becomes(Moment newPresent) {
        moments.set(newPresent.index(), newPresent);
    }

    Moment present() {
        return moments.get(moments.size() - 1);
    }

    History history() {
        return new History(moments);
    }

    /** The first moments. */
    History first(int count) {
        return new History(moments.subList(0, count));
    }
}
