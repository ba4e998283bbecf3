package sosad.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two servers under the same load in turns, so that both get what the machine has to give at the time. Who begins
 * changes from round to round; a round before the first is not counted.
 *
 * @param port the server that is measured
 * @param baseline the server with which it is compared
 */
record PairedBenchmark(RedisTools tools, int port, int baseline, int requests, int pipeline) {
    /**
     * What came out for one command.
     *
     * @param ratio the throughput as a part of the rival's: the median over the rounds
     */
    record Outcome(double ratio, double perSecond, double baselinePerSecond) {}

    /** Fights so many rounds; gives what came out, by command. */
    Map<String, Outcome> run(int rounds) throws InterruptedException {
        Map<String, List<Outcome>> all = new HashMap<>();
        for (int round = 0; round <= rounds; round++) {
            boolean first = round % 2 == 0;
            Map<String, Double> one = tools.benchmark(first ? port : baseline, requests, pipeline);
            Map<String, Double> other = tools.benchmark(first ? baseline : port, requests, pipeline);
            if (round == 0) {
                continue;
            }
            for (String command : RedisTools.COMMANDS) {
                double mine = (first ? one : other).get(command);
                double theirs = (first ? other : one).get(command);
                all.computeIfAbsent(command, none -> new ArrayList<>()).add(new Outcome(mine / theirs, mine, theirs));
            }
        }
        Map<String, Outcome> medians = new HashMap<>();
        all.forEach((command, outcomes) -> medians.put(
                command,
                new Outcome(
                        Bench.median(outcomes.stream().map(Outcome::ratio).toList()),
                        Bench.median(outcomes.stream().map(Outcome::perSecond).toList()),
                        Bench.median(outcomes.stream()
                                .map(Outcome::baselinePerSecond)
                                .toList()))));
        return medians;
    }
}
