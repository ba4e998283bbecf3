package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Scenario;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Timestamps;

/**
 * Finds the smallest change to a run after which a node would come to hold the newest entry of a key (section "The
 * smallest change" of {@code docs/why.md}). Each change is played before it is said to help.
 */
public final class ChangeSearch {
    private final long mostWork;

    public ChangeSearch() {
        this(Trials.MOST_WORK);
    }

    ChangeSearch(long mostWork) {
        this.mostWork = mostWork;
    }

    /**
     * Returns the closest change that helps: replayed and found to help.
     *
     * @param recorded the run up to the end of the step asked about
     * @return empty only if no change is needed: the fair continuation heals it
     */
    public Optional<Change> find(Scenario recorded, NodeId at, Key key) {
        SimulatedRun played = SimulatedRun.of(recorded);
        played.playAll();
        if (played.continueFairly().heals(at, key)) {
            return Optional.empty();
        }
        PlainRun run = Translation.of(recorded);
        Trials trials = new Trials(run, at, key, mostWork);
        return trials.first(Candidates.of(run, at))
                .or(() -> trials.first(Candidates.within(run, at)))
                .or(() -> trials.first(otherRules(run, trials.ofMore())))
                .or(() -> trials.first(otherRules(Candidates.startedInTheEnd(run, at), trials.ofMore())));
    }

    /**
     * The other rules, the nearest first: another content, then timestamps of each key's own, then both.
     *
     * @param ofMore how many single changes were tried, if there are more
     */
    private static List<Candidate> otherRules(PlainRun run, Optional<Integer> ofMore) {
        Rules now = run.cluster().rules();
        List<Rules> others = new ArrayList<>(contents(now, now.timestamps()));
        if (now.timestamps() != Timestamps.PER_KEY) {
            others.add(new Rules(now.content(), Timestamps.PER_KEY, now.schedule(), now.startTime()));
            others.addAll(contents(now, Timestamps.PER_KEY));
        }
        return others.stream().map(rules -> under(rules, run, ofMore)).toList();
    }

    private static List<Rules> contents(Rules now, Timestamps timestamps) {
        List<Rules> others = new ArrayList<>();
        for (Content content : List.of(Content.REMOTE_PREV, Content.PER_KEY, Content.FULL)) {
            boolean isPossible = content != Content.PER_KEY || timestamps == Timestamps.PER_KEY;
            if (content != now.content() && isPossible) {
                others.add(new Rules(content, timestamps, now.schedule(), now.startTime()));
            }
        }
        return others;
    }

    private static Candidate under(Rules rules, PlainRun run, Optional<Integer> ofMore) {
        String sentence = Wording.rule(run.cluster().rules(), rules, ofMore);
        PlainRun other = run.under(rules);
        return new Candidate(
                ChangeKind.RULE, 0, sentence, other, 0, other.steps().get(0), OptionalInt.empty(), List.of());
    }
}
