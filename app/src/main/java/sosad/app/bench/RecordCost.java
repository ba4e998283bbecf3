package sosad.app.bench;

import java.io.IOException;
import java.util.List;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.cluster.DataFolder;
import sosad.app.process.Program;
import sosad.message.Launch.RecordTo;

/** The throughput of a node that records what it takes in, as a share of that of a node that does not. */
record RecordCost(Program program) implements Measurement {
    private static final double MIN_SHARE = 0.95;
    private static final int PIPELINE = 16;

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        try (DataFolder records = DataFolder.create()) {
            RecordTo place = new RecordTo(records.of(MeasuredCluster.A).toString(), RecordTo.USUAL_BYTES);
            return RedisTools.withNode(program, "record", (tools, plain) -> {
                try (MeasuredNode recorded = MeasuredNode.start(program, Launches.recorded(place), tools.children())) {
                    return tools.compare(
                            recorded.clientPort(),
                            plain.clientPort(),
                            size.of(4_000_000, 10_000),
                            PIPELINE,
                            size,
                            ", -P " + PIPELINE + ", recorded: throughput / that of a node that records nothing",
                            MIN_SHARE);
                }
            });
        }
    }
}
