package sosad.app.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;
import sosad.app.process.Program;

/** The programs that come with Redis: the peer to compare with, and the load of both. */
record RedisTools(Children children) {
    private static final String INSTALL = "apt-get install redis-tools redis-server";

    /** The commands that are measured. */
    private static final List<String> COMMANDS = List.of("GET", "SET");

    private static final String SERVER = "redis-server";
    private static final String BENCHMARK = "redis-benchmark";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern RESULT = Pattern.compile("\"([A-Z]+)\",\"([0-9.]+)\".*");

    /** The first of the two programs that is not installed, if one is not. */
    private static Optional<String> missing() {
        return List.of(BENCHMARK, SERVER).stream()
                .filter(program -> !isInstalled(program))
                .findFirst();
    }

    private static boolean isInstalled(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Starts a server that keeps everything in memory; gives its port. */
    int startServer() throws IOException, InterruptedException {
        int port = FreePort.find();
        List<String> command = List.of(
                SERVER, "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        children.start(SERVER, new ProcessCommand(command), line -> {})
                .connect(port)
                .close();
        return port;
    }

    /** A measurement with the tools and one node. */
    interface Comparison {
        List<BenchResult> of(RedisTools tools, MeasuredNode node) throws IOException, InterruptedException;
    }

    /** Measures with the tools, and says if one of them is missing. */
    static List<BenchResult> withNode(Program program, String name, Comparison comparison)
            throws IOException, InterruptedException {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return List.of(BenchResult.skipped(name, missing.get(), INSTALL));
        }
        try (Children children = new Children();
                MeasuredNode node = MeasuredNode.start(program, Launches.alone(Optional.empty()), children)) {
            return comparison.of(new RedisTools(children), node);
        }
    }

    /**
     * Compares two servers in turns, command by command.
     *
     * @param what what stands behind the command in the name of the figure
     * @param least the part of the baseline's throughput that is to be reached
     */
    List<BenchResult> compare(
            int port, int baseline, int requests, int pipeline, BenchSize size, String what, double least)
            throws IOException, InterruptedException {
        Map<String, PairedBenchmark.Outcome> outcomes = new PairedBenchmark(
                        () -> benchmark(port, requests, pipeline), () -> benchmark(baseline, requests, pipeline))
                .run(size.of(7, 1));
        return COMMANDS.stream()
                .map(command -> BenchResult.of(
                        command + what,
                        outcomes.get(command).words(""),
                        "≥ " + least,
                        outcomes.get(command).ratio() >= least))
                .toList();
    }

    /** Measures a server with 50 clients and values of 3 bytes; gives requests a second, by command. */
    Map<String, Double> benchmark(int port, int requests, int pipeline) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(BENCHMARK, "--csv", "-c", "50", "-d", "3", "-t", "set,get"));
        command.addAll(List.of(
                "-p", Integer.toString(port), "-n", Integer.toString(requests), "-P", Integer.toString(pipeline)));
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        MeasuredProcess benchmark = children.start(BENCHMARK, new ProcessCommand(command), lines::add);
        benchmark.awaitEnd(LIMIT);
        children.kill(benchmark);
        Map<String, Double> rates = new TreeMap<>();
        for (String line : lines) {
            Matcher result = RESULT.matcher(line);
            if (result.matches()) {
                rates.put(result.group(1), Double.parseDouble(result.group(2)));
            }
        }
        if (!rates.keySet().containsAll(COMMANDS)) {
            throw new NodeException("%s printed no rates: %s".formatted(BENCHMARK, lines));
        }
        return rates;
    }
}
