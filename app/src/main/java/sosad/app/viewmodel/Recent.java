package sosad.app.viewmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.Moment;
import sosad.app.history.Phase;

/** The last second of a live cluster: its newest moment, and the one against which "changed" is measured. */
final class Recent {
    private static final long MILLIS = 1_000;

    private final Deque<Moment> moments = new ArrayDeque<>();

    /** Returns whether nothing but the present moment of a live cluster differs. */
    boolean goesOn(History shown, History next) {
        return next.present().phase() == Phase.LIVE
                && shown.present().phase() == Phase.LIVE
                && shown.moments().size() == next.moments().size();
    }

    void see(Moment present) {
        if (present.phase() != Phase.LIVE
                || (!moments.isEmpty() && moments.getLast().index() != present.index())) {
            moments.clear();
        }
        if (present.phase() == Phase.LIVE) {
            moments.addLast(present);
            while (moments.getFirst().time() < present.time() - MILLIS) {
                moments.removeFirst();
            }
        }
    }

    /** The present moment of this history as it is now. */
    Moment newest(History history) {
        return moments.isEmpty() ? history.present() : moments.getLast();
    }

    /** Returns what this moment is compared with, if it is the present one of a live cluster. */
    Optional<Moment> baseline(Moment moment) {
        boolean isPresent = !moments.isEmpty() && moments.getLast().index() == moment.index();
        return isPresent ? Optional.of(moments.getFirst()) : Optional.empty();
    }
}
