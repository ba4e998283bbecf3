package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.process.Program;

/** How many requests a node serves, as a part of what redis-server serves on the same machine at the same time. */
record Throughput(Program program) implements Measurement {
    private static final double MIN_ALONE = 0.95;
    private static final double MIN_PIPELINED = 0.85;
    private static final int PIPELINE = 16;

    @Override
    public List<BenchResult> take(BenchSize effort) throws IOException, InterruptedException {
        Optional<String> missing = RedisTools.missing();
        if (missing.isPresent()) {
            return List.of(BenchResult.skipped("throughput", missing.get(), RedisTools.INSTALL));
        }
        int rounds = effort.of(7, 1);
        try (Children children = new Children();
                MeasuredNode node = MeasuredNode.start(program, Launches.alone(Optional.empty()), children)) {
            RedisTools tools = new RedisTools(children);
            int redis = tools.startServer();
            PairedBenchmark alone = new PairedBenchmark(tools, node.clientPort(), redis, effort.of(100_000, 1_000), 1);
            PairedBenchmark pipelined =
                    new PairedBenchmark(tools, node.clientPort(), redis, effort.of(1_000_000, 10_000), PIPELINE);
            List<BenchResult> figures = new ArrayList<>(figures(alone.run(rounds), "no pipelining", MIN_ALONE, rounds));
            figures.addAll(figures(pipelined.run(rounds), "-P " + PIPELINE, MIN_PIPELINED, rounds));
            return figures;
        }
    }

    private static List<BenchResult> figures(
            Map<String, PairedBenchmark.Outcome> outcomes, String load, double least, int rounds) {
        return RedisTools.COMMANDS.stream()
                .map(command -> {
                    PairedBenchmark.Outcome outcome = outcomes.get(command);
                    return BenchResult.of(
                            "%s, %s: throughput / redis-server's".formatted(command, load),
                            format(
                                    "%.2f (%,.0f/s against %,.0f/s; alternating, medians of %d)",
                                    outcome.ratio(), outcome.perSecond(), outcome.baselinePerSecond(), rounds),
                            "≥ " + least,
                            outcome.ratio() >= least);
                })
                .toList();
    }
}
