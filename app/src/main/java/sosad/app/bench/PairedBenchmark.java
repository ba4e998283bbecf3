package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Two things under the same load in turns, so that both get what the machine has to give at the time. Who begins
 * changes from round to round; a round before the first is not counted.
 *
 * @param measured what is measured
 * @param baseline what it is compared with
 */
record PairedBenchmark(Load measured, Load baseline) {
    /** A load, which gives how often a second each thing was done, by name. */
    interface Load {
        Map<String, Double> run() throws IOException, InterruptedException;
    }

    /**
     * The outcome for one name.
     *
     * @param ratio the throughput as a part of the baseline's: the median over the rounds
     */
    record Outcome(double ratio, double perSecond, double baselinePerSecond, int rounds) {
        /** @param what said behind the ratio, such as whose throughput it is a part of */
        String words(String what) {
            return format(
                    "%.2f%s (%,.0f/s against %,.0f/s; alternating, medians of %d)",
                    ratio, what, perSecond, baselinePerSecond, rounds);
        }
    }

    /** Runs so many rounds; gives what came out, by name. */
    Map<String, Outcome> run(int rounds) throws IOException, InterruptedException {
        Map<String, List<Outcome>> all = new HashMap<>();
        for (int round = 0; round <= rounds; round++) {
            boolean first = round % 2 == 0;
            Map<String, Double> one = (first ? measured : baseline).run();
            Map<String, Double> other = (first ? baseline : measured).run();
            if (round > 0) {
                (first ? one : other).forEach((name, mine) -> {
                    double theirs = (first ? other : one).get(name);
                    all.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(new Outcome(mine / theirs, mine, theirs, rounds));
                });
            }
        }
        Map<String, Outcome> medians = new HashMap<>();
        all.forEach((name, outcomes) -> medians.put(
                name,
                new Outcome(
                        median(outcomes, Outcome::ratio),
                        median(outcomes, Outcome::perSecond),
                        median(outcomes, Outcome::baselinePerSecond),
                        rounds)));
        return medians;
    }

    private static double median(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return Bench.median(outcomes.stream().mapToDouble(figure).boxed().toList());
    }
}
