package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;
import sosad.app.process.Program;

/** How many requests go through a gateway, as a part of what its one backend serves directly. */
record GatewayThroughput(Program program) implements Measurement {
    private static final double LEAST = 0.5;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 20;

    @Override
    public List<BenchResult> take(BenchSize effort) throws IOException, InterruptedException {
        Optional<String> missing = RedisTools.missing();
        if (missing.isPresent()) {
            return List.of(BenchResult.skipped("gateway", missing.get(), RedisTools.INSTALL));
        }
        int rounds = effort.of(7, 1);
        try (Children children = new Children();
                MeasuredNode node = MeasuredNode.start(program, Launches.alone(Optional.empty()), children)) {
            int gateway = startGateway(node.clientPort(), children);
            PairedBenchmark duel = new PairedBenchmark(
                    new RedisTools(children), gateway, node.clientPort(), effort.of(100_000, 1_000), 1);
            Map<String, PairedBenchmark.Outcome> outcomes = duel.run(rounds);
            return RedisTools.COMMANDS.stream()
                    .map(command -> figure(command, outcomes.get(command), rounds))
                    .toList();
        }
    }

    private static BenchResult figure(String command, PairedBenchmark.Outcome outcome, int rounds) {
        return BenchResult.of(
                "%s through a gateway: throughput / the same node's directly".formatted(command),
                format(
                        "%.2f (%,.0f/s against %,.0f/s; alternating, medians of %d)",
                        outcome.ratio(), outcome.perSecond(), outcome.baselinePerSecond(), rounds),
                "≥ " + LEAST,
                outcome.ratio() >= LEAST);
    }

    private int startGateway(int backend, Children children) throws IOException, InterruptedException {
        int port = FreePort.find();
        List<String> command = new ArrayList<>(program.command());
        command.addAll(List.of("gateway", "--port", Integer.toString(port), "--backend", "A=127.0.0.1:" + backend));
        MeasuredProcess gateway = children.start("the gateway", new ProcessCommand(command), line -> {});
        try (RespClient client = gateway.connect(port)) {
            awaitBackend(client);
        }
        return port;
    }

    /** A gateway takes clients before it knows that its backend is up. */
    private static void awaitBackend(RespClient client) throws IOException, InterruptedException {
        String key = SampleEntries.key(0);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (RespReply reply = client.get(key); reply.isError(); reply = client.get(key)) {
            if (System.nanoTime() > deadline) {
                throw new NodeException("the gateway serves nothing: " + reply.text());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
