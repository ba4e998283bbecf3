package sosad.app.watch;

import java.util.List;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;

/** Finds the hits of one breakpoint along a run, event by event. */
interface BreakpointProbe {
    /** Begins at the end of this history: what is so there already is no hit. */
    void begin(History history, HeldEntries held);

    /**
     * Takes the next snapshot.
     *
     * @param held what is held in it
     * @param changes what of that is new
     * @return what happened, in words, if the condition has come true with it
     */
    Optional<String> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes);

    /** Takes what a look at a live cluster has shown besides its tables, which {@link #next} takes. */
    default Optional<String> live(LiveState state) {
        return Optional.empty();
    }
}
