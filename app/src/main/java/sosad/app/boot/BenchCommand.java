package sosad.app.boot;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sosad.app.cluster.Program;
import sosad.app.measure.Effort;
import sosad.app.measure.NodeBench;

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
        NodeBench bench = new NodeBench(Program.find());
        List<String> chosen = only == null ? bench.names() : only;
        for (String name : chosen) {
            if (!bench.names().contains(name)) {
                throw new ParameterException(
                        spec.subcommands().get("node"),
                        "--only: \"%s\" is none of %s".formatted(name, String.join(", ", bench.names())));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        return bench.run(chosen, quick ? Effort.QUICK : Effort.FULL, out) ? 0 : Main.NODE_FAILED;
    }
}
