package sosad.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.process.NodeException;
import sosad.app.process.Program;

/** Takes one measurement after the other and prints a table as the figures come. */
public final class Bench {
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();

    private Bench with(String name, Measurement measurement) {
        measurements.put(name, measurement);
        return this;
    }

    /** Measures real node processes. */
    public static Bench ofNodes(Program program) {
        return new Bench()
                .with("throughput", new Throughput(program))
                .with("gateway", new GatewayThroughput(program))
                .with("visibility", new Visibility(program))
                .with("entries-sent", new EntriesSent(program))
                .with("memory", new EntryMemory(program))
                .with("mend", new Mending(program))
                .with("idle-syncs", new IdleSyncs(program))
                .with("kill", new Kills(program));
    }

    /** Measures the network between the nodes, in live mode and without faults. */
    public static Bench ofFabric() {
        return new Bench().with("throughput", new FabricThroughput()).with("latency", new FabricLatency());
    }

    /** Measures the clients that put load on servers. */
    public static Bench ofLoad(Program program) {
        return new Bench().with("generator", new GeneratorThroughput(program));
    }

    /** Measures what it costs a node to record what it takes in. */
    public static Bench ofRecord(Program program) {
        return new Bench().with("record", new RecordCost(program));
    }

    /** Measures what a run takes that is recorded, and how long it takes to go back in it. */
    public static Bench ofHistory() {
        return new Bench()
                .with("history", new HistoryCosts())
                .with("branches", new JumpTimes())
                .with("why", new WhyTimes());
    }

    /** Measures the checker of histories. */
    public static Bench ofCheck() {
        return new Bench().with("operations", new CheckedOperations());
    }

    /** Returns what can be measured. */
    public List<String> names() {
        return List.copyOf(measurements.keySet());
    }

    /**
     * Measures what is named and prints a Markdown table.
     *
     * @return whether all could be measured, whatever came out
     */
    public boolean run(List<String> names, BenchSize size, PrintWriter out) throws InterruptedException {
        out.println(Machine.describe());
        out.println();
        if (size == BenchSize.QUICK) {
            out.println("Quick: too short to mean anything.");
            out.println();
        }
        out.println("| figure | measured | aim | |");
        out.println("| --- | --- | --- | --- |");
        out.flush();
        boolean allMeasured = true;
        for (String name : measurements.keySet()) {
            if (names.contains(name)) {
                allMeasured &= measure(name, size, out);
            }
        }
        return allMeasured;
    }

    private boolean measure(String name, BenchSize size, PrintWriter out) throws InterruptedException {
        try {
            measurements.get(name).take(size).forEach(figure -> out.println(figure.row()));
            return true;
        } catch (NodeException | IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            out.println(BenchResult.failed(name, String.valueOf(e.getMessage())).row());
            return false;
        } finally {
            out.flush();
        }
    }

    /** The size of a measurement. */
    public enum BenchSize {
        /** The size that the figures need. */
        FULL,
        /** So little that the figures mean nothing: whether measuring works is seen in seconds. */
        QUICK;

        /** The size of something in a bench of this size. */
        int of(int full, int quick) {
            return this == FULL ? full : quick;
        }
    }

    /** Something that can be measured by itself; starts what it needs and ends it. */
    interface Measurement {
        /**
         * Measures.
         *
         * @throws NodeException if a node or another measured process fails
         * @throws IOException if a connection does
         */
        List<BenchResult> take(BenchSize size) throws IOException, InterruptedException;
    }

    /**
     * Returns the middle of some figures.
     *
     * @param figures at least one
     */
    static double median(Collection<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
