package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.bench.Relay.RelayCounts;
import sosad.app.process.Program;
import sosad.message.Live;
import sosad.message.Live.ClockKind;

/** The cost of a round of syncs that have nothing to say. */
record IdleSyncs(Program program) implements Measurement {
    private static final int SYNC_MILLIS = 100;
    private static final double MAX_MILLIS = 1;

    /** Some hundred rounds, after which Java has compiled what a round does, as in a node that has run for a while. */
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int entries = size.of(1_000_000, 2_000);
        int seconds = size.of(20, 1);
        Live often = new Live(ClockKind.HYBRID, System.currentTimeMillis(), 0, 20, SYNC_MILLIS, 500);
        try (MeasuredCluster cluster = BulkLoad.spread(program, often, entries)) {
            TimeUnit.MILLISECONDS.sleep(size.of((int) WARM_UP.toMillis(), 0));
            long pid = cluster.node(MeasuredCluster.A).process().pid();
            RelayCounts passedBefore = cluster.network().passed();
            double before = Jcmd.eventLoopMillis(pid);
            TimeUnit.SECONDS.sleep(seconds);
            double used = Jcmd.eventLoopMillis(pid) - before;
            RelayCounts passed = cluster.network().passed().since(passedBefore);
            double perRound = used * SYNC_MILLIS / TimeUnit.SECONDS.toMillis(seconds);
            return List.of(BenchResult.of(
                    format(
                            "processor time of a node's thread for a round of syncs with nothing to say, %,d entries, all else of the thread included",
                            entries),
                    format(
                            "%.3f ms (%d s with a round every %d ms; %,d entries passed)",
                            perRound, seconds, SYNC_MILLIS, passed.entries()),
                    format("< %.0f ms", MAX_MILLIS),
                    perRound < MAX_MILLIS));
        }
    }
}
