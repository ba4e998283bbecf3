package sosad.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sosad.app.process.Program;

/** How many requests a node serves, as a part of what redis-server serves on the same machine at the same time. */
final class Throughput implements Measurement {
    private static final double LEAST_ALONE = 0.95;
    private static final double LEAST_PIPELINED = 0.85;
    private static final int PIPELINE = 16;

    private final Program program;

    Throughput(Program program) {
        this.program = program;
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public List<Figure> take(Effort effort) throws IOException, InterruptedException {
        Optional<String> missing = RedisTools.missing();
        if (missing.isPresent()) {
            return List.of(Figure.skipped(name(), missing.get(), RedisTools.INSTALL));
        }
        int rounds = effort.of(7, 1);
        try (Children children = new Children();
                MeasuredNode node = MeasuredNode.start(program, Launches.alone(Optional.empty()), children)) {
            RedisTools tools = new RedisTools(children);
            int redis = tools.startServer();
            Duel alone = new Duel(tools, node.clientPort(), redis, effort.of(100_000, 1_000), 1);
            Duel pipelined = new Duel(tools, node.clientPort(), redis, effort.of(1_000_000, 10_000), PIPELINE);
            List<Figure> figures = new ArrayList<>(figures(alone.fight(rounds), "no pipelining", LEAST_ALONE, rounds));
            figures.addAll(figures(pipelined.fight(rounds), "-P " + PIPELINE, LEAST_PIPELINED, rounds));
            return figures;
        }
    }

    private static List<Figure> figures(Map<String, Duel.Outcome> outcomes, String load, double least, int rounds) {
        return RedisTools.COMMANDS.stream()
                .map(command -> {
                    Duel.Outcome outcome = outcomes.get(command);
                    return Figure.of(
                            "%s, %s: throughput / redis-server's".formatted(command, load),
                            String.format(
                                    Locale.ROOT,
                                    "%.2f (%,.0f/s against %,.0f/s; medians of %d in turns)",
                                    outcome.ratio(),
                                    outcome.perSecond(),
                                    outcome.rivalPerSecond(),
                                    rounds),
                            "≥ " + least,
                            outcome.ratio() >= least);
                })
                .toList();
    }
}
