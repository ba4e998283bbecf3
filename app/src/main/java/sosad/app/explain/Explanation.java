package sosad.app.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sosad.model.Entry;
import sosad.model.NodeId;

/**
 * The answer to a {@link Question}.
 *
 * @param event the moment that was asked about
 * @param holds what the node holds under the key, which may be a tombstone; empty if nothing, or if the question is not
 *     about an entry, like the next four
 * @param newest the newest entry of the key on any node that is not dead
 * @param holders the nodes that hold it
 * @param heals whether the fair continuation brings it to the node, if there is any
 * @param outlook whether anything will still bring it, and what
 * @param because what made it so, in the order of the run
 * @param events all events that the sentences are about
 * @param causes those of them that made it so: a run in which these happen in the same way has the same outcome
 */
public record Explanation(
        Question question,
        int event,
        Optional<Entry> holds,
        Optional<Entry> newest,
        List<NodeId> holders,
        boolean heals,
        Sentence outlook,
        List<Sentence> because,
        Set<Integer> events,
        Set<Integer> causes) {
    public Explanation {
        Objects.requireNonNull(question);
        Objects.requireNonNull(holds);
        Objects.requireNonNull(newest);
        Objects.requireNonNull(outlook);
        holders = List.copyOf(holders);
        because = List.copyOf(because);
        events = Set.copyOf(events);
        causes = Set.copyOf(causes);
    }

    /** Returns whether the node holds the newest entry, or there is none. */
    public boolean isCurrent() {
        return holds.equals(newest);
    }

    /** Returns the question that is answered, in words: {@code Why does A lack waffle?} */
    public String heading() {
        return question.heading(this);
    }
}
