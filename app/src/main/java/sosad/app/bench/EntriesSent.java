package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.bench.Relay.RelayCounts;
import sosad.app.process.Program;

/** The number of times that an entry is sent when nothing is lost. */
record EntriesSent(Program program) implements Measurement {
    private static final int WRITES_PER_SECOND = 2_000;
    private static final double MAX_SENT = 1.2;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int writes = size.of(10_000, 500);
        try (MeasuredCluster cluster = MeasuredCluster.relayed(program, Launches.usual())) {
            RelayCounts before = cluster.network().awaitQuiet(MeasuredNetwork.QUIET, LIMIT);
            new SteadyWriter(cluster.node(MeasuredCluster.A).connection(), WRITES_PER_SECOND)
                    .write(writes, number -> SampleEntries.set(number, 0));
            cluster.awaitEntries(writes, LIMIT);
            RelayCounts passed =
                    cluster.network().awaitQuiet(MeasuredNetwork.QUIET, LIMIT).since(before);
            int needed = writes * (cluster.nodes().size() - 1);
            double sent = (double) passed.entries() / needed;
            return List.of(BenchResult.of(
                    format(
                            "entries sent / (writes × peers), 3 nodes, %,d writes of different keys at %,d/s, nothing lost",
                            writes, WRITES_PER_SECOND),
                    format("%.3f (%,d sent; %,d receipts)", sent, passed.entries(), passed.receipts()),
                    "≤ " + MAX_SENT,
                    sent <= MAX_SENT));
        }
    }
}
