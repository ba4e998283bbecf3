package sosad.app.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.FairEnd;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** Answers questions about a run by its record, and by running on from it in memory. Safe for use by any thread. */
public final class Explainer {
    /**
     * Explains something in a run.
     *
     * @param event the moment that is asked about
     * @throws UnanswerableException if there is no such moment, node, peer or message in the run
     */
    public Explanation explain(PlayedRun run, int event, Question question) {
        if (event < 0 || event >= run.history().size()) {
            throw new UnanswerableException("The run has no event " + event);
        }
        Snapshot snapshot = run.history().at(event);
        if (question instanceof Question.OfEntry entry) {
            return entry(run, snapshot, entry);
        }
        Sentence unknown = new Sentence("Not known yet.", List.of(event));
        return new Explanation(
                question,
                event,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                unknown,
                List.of(),
                Set.of(event));
    }

    private static Explanation entry(PlayedRun run, Snapshot snapshot, Question.OfEntry question) {
        NodeState node = node(snapshot, question.at());
        Key key = question.key();
        Optional<Entry> newest = snapshot.nodes().stream()
                .flatMap(any -> any.entry(key).stream())
                .max((one, other) -> one.version().compareTo(other.version()));
        List<NodeId> holders = snapshot.nodes().stream()
                .filter(any -> newest.isPresent() && any.entry(key).equals(newest))
                .map(NodeState::id)
                .toList();
        FairEnd end = SimulatedRun.repeat(run, snapshot.index()).continueFairly();
        boolean heals = end.heals(question.at(), key);
        Sentence outlook = new Sentence(
                heals ? "The next syncs bring it." : "No sync will ever bring it.", List.of(snapshot.index()));
        return new Explanation(
                question,
                snapshot.index(),
                node.entry(key),
                newest,
                holders,
                heals,
                outlook,
                List.of(),
                Set.of(snapshot.index()));
    }

    private static NodeState node(Snapshot snapshot, NodeId id) {
        return snapshot.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnanswerableException("There is no node " + id + " in this run"));
    }
}
