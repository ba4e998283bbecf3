package sosad.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.process.Program;

/** The throughput of a node, as a share of that of redis-server on the same machine at the same time. */
record Throughput(Program program) implements Measurement {
    private static final double MIN_ALONE = 0.95;
    private static final double MIN_PIPELINED = 0.85;
    private static final String WHAT = ": throughput / redis-server's";
    private static final int PIPELINE = 16;

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        return RedisTools.withNode(program, "throughput", (tools, node) -> {
            int own = node.clientPort();
            int redis = tools.startServer();
            List<BenchResult> figures = new ArrayList<>(
                    tools.compare(own, redis, size.of(100_000, 1_000), 1, size, ", no pipelining" + WHAT, MIN_ALONE));
            figures.addAll(tools.compare(
                    own, redis, size.of(1_000_000, 10_000), PIPELINE, size, ", -P " + PIPELINE + WHAT, MIN_PIPELINED));
            return figures;
        });
    }
}
