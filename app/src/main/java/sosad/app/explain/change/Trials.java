package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * Plays changes of a run in memory. What a change leaves as it was is played once for all of them, and a change that
 * comes to stand as the run did, or as a change did that has not helped, is not played on: it ends as that did.
 */
final class Trials {
    /** What is enough work for single changes: what is played, in events, and what is copied and compared for it. */
    static final long MOST_WORK = 350_000;

    /** The work of a copy or a comparison, in events. */
    private static final int PER_LOOK = 2;

    /** The entries that are copied or compared in the time of an event. */
    private static final int ENTRIES_PER_EVENT = 25;

    /** The work of a fair continuation, in events. */
    private static final int PER_END = 10;

    /** The most moments of a run that are kept. */
    private static final int MOST_COPIES = 100;

    private final PlainRun run;
    private final NodeId at;
    private final Key key;
    private final long mostWork;

    /** The run as every so many of its steps begin. */
    private final List<Replay> begins = new ArrayList<>();

    private final int stride;

    /** Where a replay stood, at the end of a step, from which the entry does not come. */
    private final Set<Long> hopeless = new HashSet<>();

    private int tried;
    private long work;
    private boolean isStopped;

    /** The newest entry of the key, which a change may outdo but not do away with. */
    private final Optional<Entry> newest;

    Trials(PlainRun run, NodeId at, Key key, long mostWork) {
        this.run = run;
        this.at = at;
        this.key = key;
        this.mostWork = mostWork;
        Replay replay = new Replay(run);
        this.stride = 1 + run.steps().size() / MOST_COPIES;
        for (int step = 0; step < run.steps().size(); step++) {
            if (step % stride == 0) {
                begins.add(replay.copy());
            }
            replay.play(run.steps().get(step));
            hopeless.add(replay.standing(step));
        }
        this.newest = replay.end().newest(key);
    }

    /** Returns how many single changes were tried, if there are more that were not. */
    Optional<Integer> ofMore() {
        return Optional.of(tried).filter(some -> isStopped);
    }

    /**
     * Returns the first that helps, as far as the work for single changes goes.
     *
     * @throws CancellationException if the thread is interrupted
     */
    Optional<Change> first(Iterable<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.kind().isSingleEvent()) {
                if (work >= mostWork) {
                    isStopped = true;
                    break;
                }
                tried++;
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
        Optional<Replay> found = candidate.kind().isSingleEvent() ? helpful(candidate) : underRule(candidate);
        return found.map(replay ->
                        replay.written("%s: what if %s".formatted(run.title(), candidate.sentence()), candidate.run()))
                .filter(this::helps)
                .map(scenario -> new Change(candidate.kind(), candidate.sentence(), scenario, candidate.events()));
    }

    private Optional<Replay> underRule(Candidate candidate) {
        Replay replay = new Replay(candidate.run());
        for (int step = 0; step < candidate.run().steps().size(); step++) {
            replay.play(candidate.step(step));
        }
        return Optional.of(replay).filter(this::helps);
    }

    /** Returns the replay if it helps. What was to be added must not have failed. */
    private Optional<Replay> helpful(Candidate candidate) {
        int first = candidate.step() - candidate.step() % stride;
        Replay replay = begins.get(first / stride).copy();
        int before = replay.events();
        List<Long> way = new ArrayList<>();
        boolean isHopeless = false;
        for (int step = first; step < run.steps().size() && !isHopeless; step++) {
            replay.play(candidate.step(step));
            if (step >= candidate.step()) {
                if (step == candidate.step() && !isDone(candidate, replay)) {
                    spend(replay.events() - before, 1, replay);
                    return Optional.empty();
                }
                long standing = replay.standing(step);
                isHopeless = hopeless.contains(standing);
                way.add(standing);
            }
        }
        spend(replay.events() - before, 1 + way.size(), replay);
        if (!isHopeless) {
            work += PER_END;
            if (helps(replay)) {
                return Optional.of(replay);
            }
        }
        hopeless.addAll(way);
        return Optional.empty();
    }

    /** @param looks how often the whole cluster was copied or compared */
    private void spend(int events, int looks, Replay replay) {
        work += events + (long) looks * (PER_LOOK + replay.entries() / ENTRIES_PER_EVENT);
    }

    private static boolean isDone(Candidate candidate, Replay replay) {
        return candidate.added().isEmpty() || replay.hasDone(candidate.added().getAsInt());
    }

    private boolean helps(Replay replay) {
        return helps(replay.end());
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
