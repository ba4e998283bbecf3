package sosad.app.explain.healing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.model.Key;

/**
 * The point of no return: for every event of a run, how many of the ways in which it could go on from there heal, if
 * nothing is lost any more (section "Point of no return" of {@code docs/why.md}). Computed by the protocol's core.
 */
public final class HealingOutlook {
    /** How many ways are tried where there are too many to go all. */
    public static final int SAMPLES = 200;

    /** At most how many different positions the ways from a moment have if all are gone. */
    private static final int MOST_POSITIONS = 2_000;

    /** At most how many there are looked at for all moments of a run together. */
    private static final int MOST_POSITIONS_OF_A_RUN = 10_000;

    private final ReplicaStates states = new ReplicaStates();
    private final Map<RunMoment, HealingCount> counts = new HashMap<>();
    private final Optional<Key> key;
    private final long seed;
    private int positionsLeft = MOST_POSITIONS_OF_A_RUN;

    private HealingOutlook(Optional<Key> key, long seed) {
        this.key = key;
        this.seed = seed;
    }

    /**
     * Returns the band of a run. Takes well under a second for a run of 50 events, and may be ended by an interrupt.
     *
     * @param key the key asked about; empty: all keys
     * @param seed decides which ways are tried; the same seed gives the same band
     * @param progress is told which share of the run, 0 to 1, is done
     */
    public static HealingBand of(PlayedRun run, Optional<Key> key, long seed, DoubleConsumer progress)
            throws InterruptedException {
        List<Integer> events = new ArrayList<>();
        List<RunMoment> moments = new ArrayList<>();
        SimulatedRun.repeat(run, moment -> {
            int event = moment.present().index();
            if (!events.isEmpty() && events.get(events.size() - 1) == event) {
                return; // what failed has changed nothing
            }
            events.add(event);
            moments.add(RunMoment.of(moment));
        });
        HealingOutlook outlook = new HealingOutlook(key, seed);
        List<HealingStretch> stretches = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int from = i == 0 ? 0 : events.get(i - 1) + 1;
            add(stretches, from, events.get(i), outlook.count(moments.get(i)));
            progress.accept((i + 1.0) / moments.size());
        }
        return new HealingBand(key, stretches);
    }

    private HealingCount count(RunMoment moment) {
        HealingCount known = counts.get(moment);
        if (known == null) {
            WaysOn ways = new WaysOn(states, moment, key);
            known = ways.all(Math.min(MOST_POSITIONS, positionsLeft))
                    .orElseGet(() -> ways.some(SAMPLES, new SplittableRandom(seed)));
            positionsLeft -= ways.positions();
            counts.put(moment, known);
        }
        return known;
    }

    /** Prolongs the last stretch if the same is true of it. */
    private static void add(List<HealingStretch> stretches, int from, int to, HealingCount count) {
        HealingStretch next = new HealingStretch(from, to, count.healing(), count.of(), count.exact());
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).continuesWith(next)) {
            stretches.set(last, stretches.get(last).until(to));
        } else {
            stretches.add(next);
        }
    }
}
