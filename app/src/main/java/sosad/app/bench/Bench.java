package sosad.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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
}
