package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.lab.FairEnd;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioJson;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Rules.Timestamps;

/** Plays changes of a run in memory. What a change leaves as it was is played once for all of them. */
final class Trials {
    private final PlainRun run;
    private final NodeId at;
    private final Key key;

    /** The run as each of its steps begins. */
    private final List<Replay> begins = new ArrayList<>();

    /** The newest entry of the key, which a change may outdo but not do away with. */
    private final Optional<Entry> newest;

    Trials(PlainRun run, NodeId at, Key key) {
        this.run = run;
        this.at = at;
        this.key = key;
        Replay replay = new Replay(run);
        for (PlainStep step : run.steps()) {
            begins.add(replay.copy());
            replay.play(step);
        }
        this.newest = replay.end().newest(key);
    }

    /** Returns the first that helps. */
    Optional<Change> first(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> verified(candidate).stream())
                .findFirst();
    }

    private Optional<Change> verified(Candidate candidate) {
        Replay replay = played(candidate);
        boolean isDone =
                candidate.added().isEmpty() || replay.hasDone(candidate.added().getAsInt());
        if (!isDone || !helps(replay.end())) {
            return Optional.empty();
        }
        String title = "%s: what if %s".formatted(run.title(), candidate.sentence());
        return Optional.of(replay.written(title, candidate.changed()))
                .filter(this::helps)
                .map(scenario -> new Change(candidate.kind(), candidate.sentence(), scenario, candidate.events()));
    }

    private Replay played(Candidate candidate) {
        PlainRun changed = candidate.changed();
        boolean fromTheStart = candidate.kind() == ChangeKind.RULE;
        int first = fromTheStart ? 0 : candidate.step();
        Replay replay = fromTheStart ? new Replay(changed) : begins.get(first).copy();
        changed.steps().subList(first, changed.steps().size()).forEach(replay::play);
        return replay;
    }

    /** Under a rule that stamps entries anew, versions of one run say nothing of those of another. */
    private boolean helps(FairEnd end) {
        boolean isComparable = run.cluster().rules().timestamps() == Timestamps.PER_KEY;
        boolean isThere = end.newest(key)
                .filter(entry -> !isComparable
                        || newest.isEmpty()
                        || entry.version().compareTo(newest.get().version()) >= 0)
                .isPresent();
        return isThere && end.heals(at, key);
    }

    /** Plays the file that is written, as anybody would. */
    private boolean helps(Scenario written) {
        SimulatedRun file = SimulatedRun.of(ScenarioReader.read("changed", ScenarioJson.text(written)));
        file.playAll();
        return helps(file.continueFairly());
    }
}
