package sosad.app.boot;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sosad.app.cluster.Program;
import sosad.app.measure.Bench;
import sosad.app.measure.Effort;

/** The command {@code bench}: measures; what it measures with is loaded only when it is called. */
@Command(name = "bench", description = "Measures how fast it is (docs/benchmarks.md).", mixinStandardHelpOptions = true)
final class BenchCommand {
    @Spec
    private CommandSpec spec;

    /** Measures nodes; gives the exit status. */
    @Command(
            name = "node",
            description = "Measures real node processes and prints a Markdown table.",
            mixinStandardHelpOptions = true)
    int node(
            @Option(
                            names = "--only",
                            split = ",",
                            paramLabel = "NAME",
                            description = "Only these: throughput, gateway, visibility, entries-sent, memory, mend, "
                                    + "idle-syncs, kill (default: all; takes about ten minutes).")
                    List<String> only,
            @Option(
                            names = "--quick",
                            description = "So little that the figures mean nothing: to see whether it works.")
                    boolean quick)
            throws InterruptedException {
        return measure("node", Bench.ofNodes(Program.find()), only, quick);
    }

    /** Measures the network; gives the exit status. */
    @Command(
            name = "fabric",
            description = "Measures the network between the nodes, live and without faults, against direct connections "
                    + "and prints a Markdown table.",
            mixinStandardHelpOptions = true)
    int fabric(
            @Option(
                            names = "--only",
                            split = ",",
                            paramLabel = "NAME",
                            description = "Only these: throughput, latency (default: both; takes about two minutes).")
                    List<String> only,
            @Option(
                            names = "--quick",
                            description = "So little that the figures mean nothing: to see whether it works.")
                    boolean quick)
            throws InterruptedException {
        return measure("fabric", Bench.ofFabric(), only, quick);
    }

    private int measure(String what, Bench bench, List<String> only, boolean quick) throws InterruptedException {
        List<String> chosen = only == null ? bench.names() : only;
        for (String name : chosen) {
            if (!bench.names().contains(name)) {
                throw new ParameterException(
                        spec.subcommands().get(what),
                        "--only: \"%s\" is none of %s".formatted(name, String.join(", ", bench.names())));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        return bench.run(chosen, quick ? Effort.QUICK : Effort.FULL, out) ? 0 : Main.NODE_FAILED;
    }
}
