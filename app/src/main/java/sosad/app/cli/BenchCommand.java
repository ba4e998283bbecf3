package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sosad.app.bench.Bench;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Orphans;
import sosad.app.check.nemesis.TrialSettings;
import sosad.app.check.nemesis.TrialSweep;
import sosad.app.check.nemesis.TrialSweepReport;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.process.Program;
import sosad.app.sweep.SeedRange;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** The command {@code bench}: measures and tries; what it measures with is loaded only when it is called. */
@Command(
        name = "bench",
        description = "Measures speed (docs/benchmarks.md) and resilience under faults (docs/fault-plans.md).",
        mixinStandardHelpOptions = true)
final class BenchCommand {
    private static final int WRITES_PER_SECOND = 200;
    private static final int MAX_KILLS = 100_000;

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
            @Option(names = "--quick", description = "A quick check that it works; the figures mean nothing.")
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
            @Option(names = "--quick", description = "A quick check that it works; the figures mean nothing.")
                    boolean quick)
            throws InterruptedException {
        return measure("fabric", Bench.ofFabric(), only, quick);
    }

    /** Measures the load generator; gives the exit status. */
    @Command(
            name = "load",
            description =
                    "Measures how many requests the load generator drives, against a server that does nothing and "
                            + "against a node, and prints a Markdown table.",
            mixinStandardHelpOptions = true)
    int load(
            @Option(names = "--quick", description = "A quick check that it works; the figures mean nothing.")
                    boolean quick)
            throws InterruptedException {
        return measure("load", Bench.ofLoad(Program.find()), null, quick);
    }

    /** Measures what recording costs; gives the exit status. */
    @Command(
            name = "record",
            description = "Measures the throughput of a node that records what it takes in against that of one that "
                    + "does not, and prints a Markdown table.",
            mixinStandardHelpOptions = true)
    int record(
            @Option(names = "--quick", description = "A quick check that it works; the figures mean nothing.")
                    boolean quick)
            throws InterruptedException {
        return measure("record", Bench.ofRecord(Program.find()), null, quick);
    }

    /** Measures the history of a run; gives the exit status. */
    @Command(
            name = "history",
            description =
                    "Measures the heap and the time that each event of a long run takes, and how long it takes to "
                            + "stand anywhere in a run and act there, and that Why takes; prints a Markdown table.",
            mixinStandardHelpOptions = true)
    int history(
            @Option(names = "--quick", description = "A quick check that it works; the figures mean nothing.")
                    boolean quick)
            throws InterruptedException {
        return measure("history", Bench.ofHistory(), null, quick);
    }

    /** Measures the checker of histories; gives the exit status. */
    @Command(
            name = "check",
            description = "Measures how many operations a second the checker of histories judges, and prints a "
                    + "Markdown table.",
            mixinStandardHelpOptions = true)
    int check(
            @Option(names = "--quick", description = "A quick check that it works; the figures mean nothing.")
                    boolean quick)
            throws InterruptedException {
        return measure("check", Bench.ofCheck(), null, quick);
    }

    private int measure(String what, Bench bench, List<String> only, boolean quick) throws InterruptedException {
        List<String> chosen = only == null ? bench.names() : only;
        for (String name : chosen) {
            if (!bench.names().contains(name)) {
                throw new ParameterException(
                        spec.subcommands().get(what),
                        "--only: \"%s\" is not one of %s".formatted(name, String.join(", ", bench.names())));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        return InGoodOrder.run(() -> bench.run(chosen, quick ? BenchSize.QUICK : BenchSize.FULL, out))
                        .orElse(false)
                ? 0
                : Main.NODE_FAILED;
    }

    /** Tries a live cluster under chaos with many seeds; gives the exit status. */
    @Command(
            name = "faults",
            description =
                    "Tests live clusters on disk under the fault plan \"chaos\", seed by seed, and prints whether "
                            + "they agreed afterwards and whether every acknowledged write was there.",
            mixinStandardHelpOptions = true)
    int faults(
            @Option(
                            names = "--seeds",
                            defaultValue = "1..20",
                            paramLabel = "A..B",
                            description = "The seeds (default: 1..20; takes about a quarter of an hour).")
                    SeedRange seeds,
            @Option(
                            names = "--for",
                            defaultValue = "30s",
                            paramLabel = "TIME",
                            description = "How long each runs (default: 30s).")
                    Duration duration,
            @Mixin SweepOutput output)
            throws InterruptedException {
        TrialSettings settings;
        try {
            settings = new TrialSettings(
                    3, 0, StoreKind.DISK, Content.PER_KEY, WRITES_PER_SECOND, duration, seeds.first());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.subcommands().get("faults"), e.getMessage(), e);
        }
        FaultPlan plan = BundledPlans.load("chaos", settings.members());
        SweepOutput.Files files = output.files(TrialSweepReport.BENCH_FAULTS);
        PrintWriter err = spec.commandLine().getErr();
        TrialSweep trials = new TrialSweep(settings, plan, Program.find(), err::println);
        return new SweepRun(TrialSweepReport.BENCH_FAULTS, trials.byName(), seeds, 1, trials)
                .run(files, spec.commandLine());
    }

    /** Looks what is left of killed apps; gives the exit status. */
    @Command(
            name = "orphans",
            description = "Kills apps (kill -9) while clients write to their nodes' disks, started as run --live, as "
                    + "serve and, where there is Xvfb, as the window, with and without paused nodes and slow disks, "
                    + "and prints which of their processes are left behind.",
            mixinStandardHelpOptions = true)
    int orphans(
            @Option(
                            names = "--kills",
                            defaultValue = "300",
                            paramLabel = "N",
                            description = "How many kills (default: 300; takes about half an hour).")
                    int kills,
            @Option(
                            names = "--first-seed",
                            defaultValue = "1",
                            paramLabel = "N",
                            description =
                                    "The seed for the first kill; each further kill takes the next number (default: 1).")
                    long firstSeed)
            throws InterruptedException {
        if (kills < 1 || kills > MAX_KILLS) {
            throw new ParameterException(
                    spec.subcommands().get("orphans"),
                    format("--kills: %d; it must be from 1 to %,d", kills, MAX_KILLS));
        }
        Orphans orphans = new Orphans(firstSeed, spec.commandLine().getOut());
        return InGoodOrder.run(() -> orphans.run(kills)).orElse(false) ? 0 : Main.UNMET;
    }
}
