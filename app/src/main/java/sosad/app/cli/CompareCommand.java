package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sosad.app.compare.CompareReport;
import sosad.app.compare.CompareRow;
import sosad.app.compare.CompareSettings;
import sosad.app.compare.ComparedRules;
import sosad.app.compare.Comparer;
import sosad.app.compare.Comparer.CompareListener;
import sosad.app.compare.Comparison;
import sosad.app.compare.ComparisonJson;
import sosad.app.compare.live.MeasuredRules;
import sosad.app.process.Program;
import sosad.app.sweep.SeedRange;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** The command {@code compare}: the same requests and faults under every rule, and what ghosts would have sent. */
@Command(
        name = "compare",
        description = "Runs the same requests and faults under every rule on simulated time, and prints what was lost, "
                + "how stale reads were and what was sent, beside what other protocols would have sent "
                + "(docs/compare.md).",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final long USUAL_SEED = 7;
    private static final Duration USUAL_MEASURED = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--content",
            split = ",",
            paramLabel = "RULE",
            description =
                    "Only these, each with a timestamp for each key and syncs to all: remote-now, remote-prev, full, "
                            + "per-key (default: all, remote-now with timestamps newest and average, and per-key with rolling "
                            + "syncs).")
    private List<Content> contents;

    @Option(
            names = "--nodes",
            defaultValue = "5",
            paramLabel = "N",
            description = "How many nodes, 2 to 26 (default: 5).")
    private int nodes;

    @Option(
            names = "--keys",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Under how many keys clients write, 1 to 10000 (default: 1000).")
    private int keys;

    @Option(
            names = "--writes-per-second",
            defaultValue = "200",
            paramLabel = "N",
            description = "Writes per second of all clients together, and as many reads, 1 to 10000 (default: 200).")
    private int writesPerSecond;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "For how long clients write, in simulated time, 100ms to 10min (default: 30s).")
    private Duration duration;

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "Instead of --for: for as long as so many writes and reads take.")
    private Long operations;

    @Option(
            names = "--loss",
            defaultValue = "0.05",
            paramLabel = "SHARE",
            description = "The share of messages that are lost, 0 to 0.9 (default: 0.05).")
    private double loss;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description =
                    "A fault plan besides, a file or the name of a bundled one, as far as a simulated cluster can "
                            + "have its faults.")
    private String plan;

    @Option(
            names = "--store",
            defaultValue = "disk",
            paramLabel = "STORE",
            description = "memory or disk: what nodes keep when the plan kills them (default: disk).")
    private StoreKind store;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of all random decisions (default: 7).")
    private Long seed;

    @Option(names = "--seeds", paramLabel = "A..B", description = "Instead of --seed: these seeds, and their means.")
    private SeedRange seeds;

    @Option(
            names = "--measure",
            description =
                    "Real processes too, one rule after the other, in real time: clients then write for 5s unless "
                            + "--for or --operations says otherwise.")
    private boolean measure;

    @Mixin
    private SweepOutput output;

    @Override
    public Integer call() throws InterruptedException {
        CompareReport report = new CompareReport();
        SeedRange chosen = seeds();
        CompareSettings settings = settings();
        List<ComparedRules> rules = contents == null ? ComparedRules.USUAL : ComparedRules.of(contents);
        SweepOutput.Files files = output.files(report);
        return sweep(report, settings, rules, chosen).run(files, spec.commandLine());
    }

    private SweepRun sweep(
            CompareReport report, CompareSettings settings, List<ComparedRules> rules, SeedRange chosen) {
        Comparer comparer = new Comparer(settings, rules);
        // Clusters that are measured at the same time would slow each other down.
        int threads = measure ? 1 : Math.min(chosen.size(), Runtime.getRuntime().availableProcessors());
        CompareListener listener = chosen.size() == 1 ? progress() : new CompareListener() {};
        return new SweepRun(report, CompareReport.settings(settings, rules), chosen, threads, one -> {
            Comparison computed = comparer.compare(one, listener);
            return ComparisonJson.write(measure ? measured(computed, settings, rules, one) : computed);
        });
    }

    private Comparison measured(Comparison computed, CompareSettings settings, List<ComparedRules> rules, long one)
            throws InterruptedException {
        Program program = Program.find().forLessons();
        List<CompareRow> rows = new ArrayList<>();
        for (ComparedRules compared : rules) {
            say("measuring " + compared.name());
            rows.add(new MeasuredRules(settings, compared, one, program).measure(computed.least()));
        }
        return computed.with(rows);
    }

    /** Says what is under way, once each. */
    private CompareListener progress() {
        return new CompareListener() {
            private String last = "";

            @Override
            public void progress(double share, String what) {
                if (!what.equals(last)) {
                    last = what;
                    say(format("%3.0f %%: %s", 100 * share, what));
                }
            }
        };
    }

    private SeedRange seeds() {
        if (seeds != null && seed != null) {
            throw wrong("--seed and --seeds exclude each other");
        }
        if (seeds != null) {
            return seeds;
        }
        long only = seed == null ? USUAL_SEED : seed;
        try {
            return new SeedRange(only, only);
        } catch (IllegalArgumentException e) {
            throw wrong("--seed: " + e.getMessage());
        }
    }

    private CompareSettings settings() {
        if (duration != null && operations != null) {
            throw wrong("--for and --operations exclude each other");
        }
        try {
            CompareSettings settings =
                    new CompareSettings(nodes, keys, writesPerSecond, duration(), loss, Optional.empty(), store);
            if (measure) {
                MeasuredRules.checkPossible(settings);
            }
            return plan == null ? settings : settings.with(PlanChoice.read(plan, CompareSettings.members(nodes)));
        } catch (InvalidPathException e) {
            throw e; // it has words of its own
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Duration duration() {
        if (operations == null) {
            Duration usual = measure ? USUAL_MEASURED : CompareSettings.USUAL.duration();
            return duration == null ? usual : duration;
        }
        if (operations < 2 || operations > 2 * CompareSettings.MAX_ALL_WRITES) {
            throw wrong(format(
                    "--operations: %,d; it must be from 2 to %,d", operations, 2 * CompareSettings.MAX_ALL_WRITES));
        }
        return Duration.ofMillis(operations * 1_000 / (2L * Math.max(1, writesPerSecond)));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
