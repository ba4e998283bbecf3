package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.check.consistency.ConsistencyChecker;
import sosad.app.check.consistency.ConsistencyReport;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** How many operations a second of one core judges, in a history of which a tenth of the reads are stale. */
final class CheckedOperations implements Measurement {
    private static final int AIM_PER_SECOND = 1_000_000;
    private static final int CLIENTS = 8;
    private static final int KEYS = 504;
    private static final int MANY_KEYS = 100_000;
    private static final int ROUNDS = 7;
    private static final int STALE_ONE_IN = 10;
    private static final long STEP_NANOS = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<NodeId> STORES = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));

    @Override
    public List<BenchResult> take(BenchSize size) {
        return List.of(
                measured(size, KEYS, 9).result(AIM_PER_SECOND),
                measured(size, KEYS, 5).result(AIM_PER_SECOND),
                measured(size, MANY_KEYS, 9).result());
    }

    private record Judged(String what, String figure, double perSecond) {
        BenchResult result(int aim) {
            return BenchResult.of(what, figure, format("≥ %,d", aim), perSecond >= aim);
        }

        BenchResult result() {
            return BenchResult.told(what, figure);
        }
    }

    private static Judged measured(BenchSize size, int keys, int readsOfTen) {
        List<Operation> history = new ArrayList<>();
        long stale = fill(history, size.of(1_000_000, 2_000), keys, readsOfTen);
        List<Double> perSecond = new ArrayList<>();
        for (int round = 0; round < size.of(ROUNDS, 1); round++) {
            perSecond.add(judged(history, stale));
        }
        double median = Bench.median(perSecond);
        return new Judged(
                format(
                        "operations judged a second of one core's time; %d clients, %,d keys, %d %% reads",
                        CLIENTS, keys, readsOfTen * 10),
                format("%,.0f, median of %d", median, perSecond.size()),
                median);
    }

    /**
     * Each client writes its own keys at its own server and reads all keys at all servers; returns how many are stale.
     */
    private static long fill(List<Operation> history, int operations, int keys, int readsOfTen) {
        SplittableRandom chance = new SplittableRandom(7);
        long[] newest = new long[keys];
        int ofEach = keys / CLIENTS;
        String[] names = new String[newest.length];
        for (int key = 0; key < names.length; key++) {
            names[key] = "k" + key;
        }
        long stale = 0;
        for (int i = 0; i < operations; i++) {
            int client = i % CLIENTS;
            boolean reads = chance.nextInt(10) < readsOfTen;
            int key = reads ? chance.nextInt(newest.length) : client * ofEach + chance.nextInt(ofEach);
            int home = key / ofEach % STORES.size();
            int server = reads ? chance.nextInt(STORES.size()) : home;
            boolean isStale = reads && server != home && newest[key] > 0 && chance.nextInt(STALE_ONE_IN) == 0;
            stale += isStale ? 1 : 0;
            long version = reads ? newest[key] - (isStale ? 1 : 0) : ++newest[key];
            history.add(new Operation(
                    client,
                    STORES.get(server),
                    reads ? OperationKind.READ : OperationKind.WRITE,
                    names[key],
                    version,
                    i * STEP_NANOS,
                    i * STEP_NANOS + STEP_NANOS / 2,
                    OperationOutcome.OK));
        }
        return stale;
    }

    private static double judged(List<Operation> history, long stale) {
        ConsistencyChecker checker = new ConsistencyChecker(STORES);
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Operation one : history) {
            if (one.kind() != OperationKind.READ) {
                checker.sends(one.client(), one.server(), one.key(), one.version(), one.invokedNanos());
            }
            checker.completed(one);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        ConsistencyReport report = checker.report();
        if (report.stale() != stale) {
            throw new IllegalStateException(format("%,d stale reads; %,d were found", stale, report.stale()));
        }
        return history.size() * NANOS_PER_SECOND / nanos;
    }
}
