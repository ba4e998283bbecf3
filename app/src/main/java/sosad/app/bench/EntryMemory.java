package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.List;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.process.Program;

/** The heap that an entry takes beyond its key and value. */
record EntryMemory(Program program) implements Measurement {
    private static final int MAX_BYTES = 250;

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int entries = size.of(1_000_000, 2_000);
        try (MeasuredCluster cluster = MeasuredCluster.relayed(program, Launches.usual())) {
            long[] empty = heaps(cluster);
            BulkLoad.spread(cluster, entries);
            long[] full = heaps(cluster);
            double most = 0;
            for (int i = 0; i < full.length; i++) {
                most = Math.max(most, (double) (full[i] - empty[i]) / entries - SampleEntries.BYTES);
            }
            return List.of(BenchResult.of(
                    format(
                            "heap of an entry beyond key (11) and value (16 bytes), %,d entries, the fullest of 3 nodes",
                            entries),
                    format("%.0f bytes", most),
                    format("≤ %d bytes", MAX_BYTES),
                    most <= MAX_BYTES));
        }
    }

    private static long[] heaps(MeasuredCluster cluster) throws IOException, InterruptedException {
        List<MeasuredNode> nodes = cluster.nodes();
        long[] bytes = new long[nodes.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = nodes.get(i).heapBytes();
        }
        return bytes;
    }
}
