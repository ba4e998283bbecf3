package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;
import sosad.app.process.Program;

/** The time until a write can be read at all peers while writes go on, and whether that makes the heap grow. */
record Visibility(Program program) implements Measurement {
    private static final String PROBE = "probe";
    private static final int KEYS = 10_000;
    private static final int PROBES_PER_SECOND = 100;
    private static final double MAX_MILLIS = 100;
    private static final double MAX_GROWTH = 1.1;
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration SETTLE = Duration.ofSeconds(3);

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int rate = size.of(10_000, 1_000);
        int warmUpSeconds = size.of(10, 1);
        int seconds = size.of(30, 2);
        try (MeasuredCluster cluster = MeasuredCluster.direct(program, Launches.usual())) {
            MeasuredNode writing = cluster.node(MeasuredCluster.A);
            new SteadyWriter(writing.connection(), rate)
                    .write(rate * warmUpSeconds, number -> SampleEntries.set(number % KEYS, 0));
            long heapBefore = heap(cluster);
            Histogram micros = new Histogram(3);
            long latestNanos = measure(cluster, rate, seconds, micros);
            long heapAfter = heap(cluster);
            double p99 = micros.getValueAtPercentile(99) / 1_000.0;
            double growth = (double) heapAfter / heapBefore;
            return List.of(
                    BenchResult.of(
                            format(
                                    "write → visible at both peers, 99th percentile; 3 nodes, one writer at %,d/s over %,d keys for %d s",
                                    rate, KEYS, seconds),
                            format(
                                    "%.1f ms (median %.1f, longest %.1f; %,d probes, each read every ms at most from when it was due; the writer sent at most %d ms late)",
                                    p99,
                                    micros.getValueAtPercentile(50) / 1_000.0,
                                    micros.getMaxValue() / 1_000.0,
                                    micros.getTotalCount(),
                                    TimeUnit.NANOSECONDS.toMillis(latestNanos)),
                            format("≤ %.0f ms", MAX_MILLIS),
                            p99 <= MAX_MILLIS),
                    BenchResult.of(
                            format(
                                    "heap of 3 nodes after collection at the end / after the first %d s of writes, keys constant",
                                    warmUpSeconds),
                            format("%.3f (%,d KiB → %,d KiB)", growth, heapBefore >> 10, heapAfter >> 10),
                            "≤ " + MAX_GROWTH,
                            growth <= MAX_GROWTH));
        }
    }

    private static long heap(MeasuredCluster cluster) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SETTLE.toMillis()); // until receipts and syncs are through
        long bytes = 0;
        for (MeasuredNode node : cluster.nodes()) {
            bytes += node.heapBytes();
        }
        return bytes;
    }

    /** Gives by how much the latest write was sent late, in nanoseconds. */
    private static long measure(MeasuredCluster cluster, int rate, int seconds, Histogram micros)
            throws IOException, InterruptedException {
        int probes = seconds * PROBES_PER_SECOND;
        int stride = rate / PROBES_PER_SECOND;
        long limitNanos = GRACE.plusSeconds(seconds).toNanos();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<long[]>> watching = new ArrayList<>();
            for (MeasuredNode peer : List.of(cluster.node(MeasuredCluster.B), cluster.node(MeasuredCluster.C))) {
                RespClient connection = peer.connection();
                watching.add(threads.submit(new ProbeWatcher(connection, PROBE, probes, limitNanos)));
            }
            SteadyWriter writer =
                    new SteadyWriter(cluster.node(MeasuredCluster.A).connection(), rate);
            writer.write(
                    probes * stride,
                    number -> number % stride == 0
                            ? RespRequest.set(PROBE, Integer.toString(number / stride))
                            : SampleEntries.set(number % KEYS, 1));
            long[] seenNanos = new long[probes];
            for (Future<long[]> watcher : watching) {
                long[] seen = watcher.get();
                for (int probe = 0; probe < probes; probe++) {
                    seenNanos[probe] = Math.max(seenNanos[probe], seen[probe]);
                }
            }
            for (int probe = 0; probe < probes; probe++) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(seenNanos[probe] - writer.dueNanos(probe * stride)));
            }
            return writer.latestNanos();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
