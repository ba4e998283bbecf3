package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.client.RespClient;
import sosad.app.load.LoadGenerator;
import sosad.app.load.LoadProfile;
import sosad.app.load.LoadReport;
import sosad.app.load.OperationLog;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;
import sosad.app.process.Program;
import sosad.model.NodeId;

/**
 * How many requests the load generator drives against a server that does nothing, as a multiple of what a node serves
 * under the same load: half the requests read, half write, all are checked, timed and recorded.
 */
record GeneratorThroughput(Program program) implements Measurement {
    private static final double MIN_RATIO = 2;
    private static final NodeId SERVER = new NodeId("A");
    private static final int CLIENTS = 50;
    private static final int PIPELINE = 16;
    private static final long SEED = 7;

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        try (Children children = new Children();
                MeasuredNode node = MeasuredNode.start(program, Launches.alone(Optional.empty()), children)) {
            int noop = startNoop(children);
            List<BenchResult> figures = new ArrayList<>();
            figures.add(compare(noop, node.clientPort(), PIPELINE, size));
            figures.add(compare(noop, node.clientPort(), 1, size));
            return figures;
        }
    }

    private static int startNoop(Children children) throws IOException, InterruptedException {
        int port = FreePort.find();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessCommand command = new ProcessCommand(List.of(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NoopServer.class.getName(),
                Integer.toString(port)));
        children.start("the server that does nothing", command, line -> {})
                .connect(port)
                .close();
        return port;
    }

    private static BenchResult compare(int noop, int node, int pipeline, BenchSize size)
            throws IOException, InterruptedException {
        Duration time = Duration.ofMillis(size.of(4_000, 200));
        PairedBenchmark.Outcome outcome = new PairedBenchmark(
                        () -> Map.of("", servedPerSecond(noop, pipeline, time)),
                        () -> Map.of("", servedPerSecond(node, pipeline, time)))
                .run(size.of(7, 1))
                .get("");
        String name = format(
                "requests/s that the load generator drives, %d clients, %s: against a server that does nothing"
                        + " / against a node",
                CLIENTS, pipeline == 1 ? "no pipelining" : "-P " + pipeline);
        if (pipeline == 1) {
            return BenchResult.told(name, outcome.words("; most of both is the system's work for each packet"));
        }
        return BenchResult.of(name, outcome.words(""), format("≥ %.0f", MIN_RATIO), outcome.ratio() >= MIN_RATIO);
    }

    private static double servedPerSecond(int port, int pipeline, Duration time) throws InterruptedException {
        String ownKeys = format("load%d:", System.nanoTime()); // not those of the round before
        LoadProfile profile = LoadProfile.closed(CLIENTS, ownKeys, SEED).withPipeline(pipeline);
        try (LoadGenerator load = new LoadGenerator(
                profile,
                List.of(SERVER),
                server -> Optional.of(RespClient.loopback(port)),
                Optional.empty(),
                new OperationLog(),
                1)) {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            LoadReport report = load.stop();
            if (!report.counts().problems().isEmpty()) {
                throw new NodeException(
                        "requests had problems: " + report.counts().problems());
            }
            return report.servedPerSecond();
        }
    }
}
