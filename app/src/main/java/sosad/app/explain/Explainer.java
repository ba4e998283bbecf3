package sosad.app.explain;

import sosad.app.lab.PlayedRun;
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
            throw new UnanswerableException("the run has no event " + event);
        }
        if (question instanceof Question.OfEntry entry) {
            check(run, entry.at());
            return new EntryExplainer(new RunStory(run, event), entry).explain();
        } else if (question instanceof Question.OfRow row) {
            check(run, row.at());
            check(run, row.peer());
            if (row.at().equals(row.peer())) {
                throw new UnanswerableException("a node has no row of itself");
            }
            return new RowExplainer(new RunStory(run, event), row).explain();
        } else if (question instanceof Question.OfMessage message) {
            return new MessageExplainer(new RunStory(run, event), message).explain();
        }
        Question.OfLink link = (Question.OfLink) question;
        check(run, link.link().from());
        check(run, link.link().to());
        return new LinkExplainer(new RunStory(run, event), link).explain();
    }

    private static void check(PlayedRun run, NodeId node) {
        if (!run.scenario().cluster().nodes().contains(node)) {
            throw new UnanswerableException("there is no node " + node + " in this run; there are "
                    + Phrases.nodes(run.scenario().cluster().nodes()));
        }
    }
}
