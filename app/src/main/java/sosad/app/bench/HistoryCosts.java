package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Player;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.watch.BreakpointText;
import sosad.app.watch.BreakpointWatch;
import sosad.app.watch.RunReview;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** The heap and the time that an event of a long run takes: three simulated nodes in steps, one with many keys. */
final class HistoryCosts implements Measurement {
    private static final int MAX_BYTES = 200;
    private static final double MAX_MICROS = 50;
    private static final double MAX_WATCH_MICROS = 100;
    private static final List<String> BREAKPOINTS = List.of(
            "key key-1 changes",
            "key key-2 differs for more than 3 steps",
            "write lost",
            "A-now at B >= 3",
            "message with key-3",
            "expect A holds no key-4");
    private static final NodeId NODE = new NodeId("A");

    private History history;

    @Override
    public List<BenchResult> take(BenchSize size) {
        int events = size.of(100_000, 500);
        Key[] keys = new Key[size.of(1_000, 20)];
        Scenario sample = BundledScenarios.load("sample");
        SimulatedCluster cluster = new SimulatedCluster(
                sample.cluster().nodes(),
                sample.cluster().rules(),
                sample.cluster().store());
        cluster.startAll();
        Player player = new Player(sample, cluster, this::happened);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new Key("key-" + i);
            player.act(new Action.Put(NODE, keys[i], Value.of("v")));
        }
        double read = heapOfEach(
                player, events, i -> new Action.Get(NODE, keys[i % keys.length], ReadMode.LOCAL, Optional.empty()));
        double micros = microsToAppend(events);
        double write = heapOfEach(player, events, i -> new Action.Put(NODE, keys[i % keys.length], Value.of("v")));
        String run = format("%,d events, %,d keys", events, keys.length);
        return List.of(
                BenchResult.of(
                        "heap of an event that changes nothing, a client's read with its snapshot; " + run,
                        format("%.0f bytes", read),
                        format("≤ %d bytes", MAX_BYTES),
                        read <= MAX_BYTES),
                BenchResult.told("heap of a client's write with what it changes; " + run, format("%.0f bytes", write)),
                BenchResult.of(
                        format("appending an event to a history of %,d", events),
                        format("%.3f µs", micros),
                        format("≤ %.0f µs", MAX_MICROS),
                        micros <= MAX_MICROS),
                watched("lamps and convergence of an event; ", run, microsToReview()),
                watched("looking for breakpoints of every kind in an event; ", run, microsToWatch()));
    }

    private static BenchResult watched(String what, String run, double micros) {
        return BenchResult.of(
                what + run,
                format("%.3f µs", micros),
                format("≤ %.0f µs", MAX_WATCH_MICROS),
                micros <= MAX_WATCH_MICROS);
    }

    private double microsToReview() {
        long begin = System.nanoTime();
        int points = new RunReview().of(history).curve().points().size();
        double micros = (System.nanoTime() - begin) / 1_000.0 / history.size();
        if (points == 0) {
            throw new IllegalStateException("it has not been reviewed");
        }
        return micros;
    }

    private double microsToWatch() {
        BreakpointWatch watch = new BreakpointWatch();
        for (String text : BREAKPOINTS) {
            watch.add(text.hashCode(), BreakpointText.parse(text), history.first(1));
        }
        List<Snapshot> later = history.snapshots().subList(1, history.size());
        int hits = 0;
        long begin = System.nanoTime();
        for (Snapshot snapshot : later) {
            hits += watch.next(snapshot).size();
        }
        double micros = (System.nanoTime() - begin) / 1_000.0 / later.size();
        if (hits == 0) {
            throw new IllegalStateException("nothing was hit");
        }
        return micros;
    }

    private void happened(Snapshot snapshot) {
        history = history == null ? History.startingWith(snapshot) : history.plus(snapshot);
    }

    private static double heapOfEach(Player player, int events, IntFunction<Action> action) {
        long before = heap();
        for (int i = 0; i < events; i++) {
            player.act(action.apply(i));
        }
        return (double) (heap() - before) / events;
    }

    /** The heap in use after a collection; what it finds only by another one is little. */
    private static long heap() {
        System.gc();
        System.gc();
        Runtime java = Runtime.getRuntime();
        return java.totalMemory() - java.freeMemory();
    }

    private double microsToAppend(int events) {
        Snapshot next = history.present();
        History longer = history;
        long begin = System.nanoTime();
        for (int i = 0; i < events; i++) {
            longer = longer.plus(next);
        }
        double micros = (System.nanoTime() - begin) / 1_000.0 / events;
        if (longer.size() != history.size() + events) {
            throw new IllegalStateException("it has not been appended");
        }
        return micros;
    }
}
