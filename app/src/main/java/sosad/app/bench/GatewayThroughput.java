package sosad.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;
import sosad.app.process.Program;

/** The throughput of a gateway, as a share of its only backend's direct throughput. */
record GatewayThroughput(Program program) implements Measurement {
    private static final double MIN_SHARE = 0.5;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 20;

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        return RedisTools.withNode(program, "gateway", (tools, node) -> {
            int gateway = startGateway(node.clientPort(), tools.children());
            return tools.compare(
                    gateway,
                    node.clientPort(),
                    size.of(100_000, 1_000),
                    1,
                    size,
                    " through a gateway: throughput / the same node's directly",
                    MIN_SHARE);
        });
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
