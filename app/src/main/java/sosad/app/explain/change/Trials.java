package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
    /** The most single changes that are tried: of a run with hundreds of events not all, but the latest. */
    static final int MOST_TRIALS = 5_000;

    /** The most moments of a run that are kept. */
    private static final int MOST_COPIES = 100;

    private final PlainRun run;
    private final NodeId at;
    private final Key key;

    /** The run as every so many of its steps begin. */
    private final List<Replay> begins = new ArrayList<>();

    private final int stride;
    private int tried;

    /** What the run has come to at the end of each step. */
    private final List<Integer> standings = new ArrayList<>();

    /** The newest entry of the key, which a change may outdo but not do away with. */
    private final Optional<Entry> newest;

    Trials(PlainRun run, NodeId at, Key key) {
        this.run = run;
        this.at = at;
        this.key = key;
        Replay replay = new Replay(run);
        this.stride = 1 + run.steps().size() / MOST_COPIES;
        for (int step = 0; step < run.steps().size(); step++) {
            if (step % stride == 0) {
                begins.add(replay.copy());
            }
            replay.play(run.steps().get(step));
            standings.add(replay.standing());
        }
        this.newest = replay.end().newest(key);
    }

    /** Returns whether there are more single changes than are tried. */
    boolean areTooMany() {
        return tried > MOST_TRIALS;
    }

    /**
     * Returns the first that helps, of as many as are tried.
     *
     * @throws CancellationException if the thread is interrupted
     */
    Optional<Change> first(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.kind().isSingleEvent() && ++tried > MOST_TRIALS) {
                break;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the search was interrupted");
            }
            Optional<Change> change = verified(candidate);
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private Optional<Change> verified(Candidate candidate) {
        return played(candidate)
                .filter(replay -> helps(replay.end()))
                .map(replay ->
                        replay.written("%s: what if %s".formatted(run.title(), candidate.sentence()), candidate.run()))
                .filter(this::helps)
                .map(scenario -> new Change(candidate.kind(), candidate.sentence(), scenario, candidate.events()));
    }

    /** Returns the replay at its end; empty if what was to be added failed, or if all is soon as it was without it. */
    private Optional<Replay> played(Candidate candidate) {
        boolean fromTheStart = candidate.kind() == ChangeKind.RULE;
        int first = fromTheStart ? 0 : candidate.step() - candidate.step() % stride;
        Replay replay = fromTheStart
                ? new Replay(candidate.run())
                : begins.get(first / stride).copy();
        for (int step = first; step < candidate.run().steps().size(); step++) {
            replay.play(candidate.step(step));
            boolean isOver = !fromTheStart && step >= candidate.step();
            if (isOver && (!isDone(candidate, replay) || replay.standing() == standings.get(step))) {
                return Optional.empty();
            }
        }
        return Optional.of(replay);
    }

    private static boolean isDone(Candidate candidate, Replay replay) {
        return candidate.added().isEmpty() || replay.hasDone(candidate.added().getAsInt());
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
