package sosad.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.process.NodeException;
import sosad.app.process.Program;

/** Takes one measurement after the other and prints a table as the figures come. */
public final class Bench {
    private final List<Measurement> measurements;

    private Bench(List<Measurement> measurements) {
        this.measurements = measurements;
    }

    /** Measures real node processes. */
    public static Bench ofNodes(Program program) {
        return new Bench(List.of(
                new Throughput(program),
                new GatewayThroughput(program),
                new Visibility(program),
                new EntriesSent(program),
                new EntryMemory(program),
                new Mending(program),
                new IdleSyncs(program),
                new Kills(program)));
    }

    /** Measures the network between the nodes, in live mode and without faults. */
    public static Bench ofFabric() {
        return new Bench(List.of(new FabricThroughput(), new FabricLatency()));
    }

    /** Returns what can be measured. */
    public List<String> names() {
        return measurements.stream().map(Measurement::name).toList();
    }

    /**
     * Measures what is named and prints a Markdown table.
     *
     * @return whether all could be measured, whatever came out
     */
    public boolean run(List<String> names, BenchSize effort, PrintWriter out) throws InterruptedException {
        out.println(Machine.describe());
        out.println();
        if (effort == BenchSize.QUICK) {
            out.println("Quick: too short to mean anything.");
            out.println();
        }
        out.println("| figure | measured | aim | |");
        out.println("| --- | --- | --- | --- |");
        out.flush();
        boolean allMeasured = true;
        for (Measurement measurement : measurements) {
            if (names.contains(measurement.name())) {
                allMeasured &= measure(measurement, effort, out);
            }
        }
        return allMeasured;
    }

    private static boolean measure(Measurement measurement, BenchSize effort, PrintWriter out)
            throws InterruptedException {
        try {
            measurement.take(effort).forEach(figure -> out.println(figure.row()));
            return true;
        } catch (NodeException | IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            out.println(BenchResult.failed(measurement.name(), String.valueOf(e.getMessage()))
                    .row());
            return false;
        } finally {
            out.flush();
        }
    }

    /** How much is measured. */
    public enum BenchSize {
        /** As much as the figures ask for. */
        FULL,
        /** So little that the figures mean nothing: whether measuring works is seen in seconds. */
        QUICK;

        /** The size of something at this effort. */
        int of(int full, int quick) {
            return this == FULL ? full : quick;
        }
    }

    /** Something that can be measured by itself; starts what it needs and ends it. */
    interface Measurement {
        /** By which it is chosen on the command line. */
        String name();

        /**
         * Measures.
         *
         * @throws NodeException if a node or another measured process fails
         * @throws IOException if a connection does
         */
        List<BenchResult> take(BenchSize effort) throws IOException, InterruptedException;
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
