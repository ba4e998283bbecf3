package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.bench.Relay.RelayCounts;
import sosad.app.process.NodeException;
import sosad.app.process.Program;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;
import sosad.wire.PeerCodec;

/** The cost of reconnecting a node that was cut off from a large store with few changes. */
record Mending(Program program) implements Measurement {
    private static final int CHANGED = 100;
    private static final int MAX_TIMES = 5;

    /** The longest time for a link to reopen, and for a sync. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 5;

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int entries = size.of(1_000_000, 2_000);
        long begin = System.nanoTime();
        try (MeasuredCluster cluster = BulkLoad.spread(program, Launches.usual(), entries)) {
            double loadSeconds = secondsSince(begin);
            cluster.network().cutOff(MeasuredCluster.C);
            BulkLoad.write(cluster.node(MeasuredCluster.A).connection(), 0, CHANGED, 1);
            cluster.network().awaitQuiet(QUIET, LIMIT);
            RelayCounts before = cluster.network().passed();
            long mended = System.nanoTime();
            cluster.network().mend(MeasuredCluster.C);
            awaitChanges(cluster.node(MeasuredCluster.C));
            double mendSeconds = secondsSince(mended);
            RelayCounts passed = cluster.network().awaitQuiet(QUIET, LIMIT).since(before);
            double times = (double) passed.bytes() / needed();
            return List.of(
                    BenchResult.told(
                            format("%,d entries written at one of 3 nodes until all hold them and know it", entries),
                            format("%.1f s", loadSeconds)),
                    BenchResult.of(
                            format(
                                    "bytes on the wire after the mend / bytes of %d entries and receipts; %,d entries in each of 3 nodes, %d changed while one was cut off",
                                    CHANGED, entries, CHANGED),
                            format(
                                    "%.2f (%,d bytes: %,d entries, %,d receipts; the changes were there after %.1f s)",
                                    times, passed.bytes(), passed.entries(), passed.receipts(), mendSeconds),
                            "≤ " + MAX_TIMES,
                            times <= MAX_TIMES));
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static void awaitChanges(MeasuredNode node) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (int number = 0; number < CHANGED; number++) {
            while (!node.value(SampleEntries.key(number)).equals(SampleEntries.value(number, 1))) {
                if (System.nanoTime() > deadline) {
                    throw new NodeException(format("the changes are not there %d s after the mend", LIMIT.toSeconds()));
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    /** The bytes of the changes in one message and of their receipts in another. */
    private static long needed() {
        List<Entry> changes = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        long storeId = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        for (int number = 0; number < CHANGED; number++) {
            Key key = new Key(SampleEntries.key(number));
            Version version = new Version(TimeUnit.MINUTES.toMillis(1), MeasuredCluster.A, storeId, 1_000_000 + number);
            changes.add(new Entry(key, Optional.of(Value.of(SampleEntries.value(number, 1))), version));
            receipts.add(new Receipt(key, version));
        }
        return bytes(changes, List.of()) + bytes(List.of(), receipts);
    }

    private static long bytes(List<Entry> changes, List<Receipt> receipts) {
        Update update = new Update(
                MeasuredCluster.A, MeasuredCluster.C, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), changes, receipts);
        return PeerCodec.encode(new PeerMessage(1, update)).bytes().length;
    }
}
