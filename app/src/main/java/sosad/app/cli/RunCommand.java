package sosad.app.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.check.nemesis.TrialResult;
import sosad.app.check.nemesis.TrialResult.TrialFormat;
import sosad.app.check.nemesis.TrialSettings;
import sosad.app.check.nemesis.TrialSweep;
import sosad.app.check.nemesis.TrialSweepReport;
import sosad.app.cluster.StepCluster;
import sosad.app.export.file.OutputFile;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.ReportFormat;
import sosad.app.export.table.RunReport;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.ProcessClusters;
import sosad.app.lab.StepRun;
import sosad.app.process.NodeException;
import sosad.app.process.Program;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioFile;
import sosad.app.sweep.SeedRange;
import sosad.app.sweep.SweepReport;
import sosad.app.watch.InvalidBreakpointException;
import sosad.protocol.EnumNames;

/**
 * The command {@code run}: plays a scenario on real node processes and prints the document's tables, or tries a live
 * cluster under a fault plan.
 */
@Command(
        name = "run",
        description = "Plays a scenario on real node processes and prints the document's tables; with --live, tests a "
                + "live cluster under a fault plan.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|NAME",
            description = "A scenario file, or the name of a bundled scenario.")
    private String scenario;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "The form of the result: markdown (default), csv or json; with --live, text (default) or json.")
    private String format;

    @Option(
            names = "--until",
            paramLabel = "BREAKPOINT",
            description = "Stops at the first event at which this comes true, such as \"key waffle changes\" or "
                    + "\"B-now at A >= 3\" (docs/watch.md), and says where; exit status 1 if it never does.")
    private String until;

    @Mixin
    private SweepOutput output;

    @ArgGroup(exclusive = false, heading = "%nA live cluster under faults:%n")
    private LiveRunOptions live;

    @Override
    public Integer call() throws InterruptedException {
        if (scenario == null == (live == null)) {
            throw wrong(
                    live == null
                            ? "run needs a scenario's FILE or NAME, or --live PLAN"
                            : "--live takes the place of a scenario; leave \"%s\" out".formatted(scenario));
        }
        if (output.isAsked() && (live == null || !live.isSweep())) {
            throw wrong("--out and --report need --live and --seeds");
        }
        if (until != null && live != null) {
            throw wrong("--until stops a scenario; with --live use an end such as --for 30s");
        }
        return live == null ? play() : tryLive();
    }

    private int play() throws InterruptedException {
        ReportFormat form = format(ReportFormat.class, ReportFormat.MARKDOWN);
        ScenarioFile read = ScenarioChoice.of(scenario, spec.commandLine()).read();
        Optional<RunUntil> stop = until(read.scenario());
        Optional<RunReport> played = InGoodOrder.run(() -> play(read, stop));
        if (played.isEmpty()) {
            return Main.NODE_FAILED;
        }
        RunReport report = played.get();
        print(form.text(report));
        List<String> complaints = new ArrayList<>(report.complaints());
        complaints.forEach(this::say);
        stop.ifPresent(one -> say(one.sentence()));
        return complaints.isEmpty() && stop.map(RunUntil::isHit).orElse(true) ? 0 : Main.UNMET;
    }

    private void say(String words) {
        spec.commandLine().getErr().println("sosad: " + words);
    }

    private Optional<RunUntil> until(Scenario played) {
        try {
            return Optional.ofNullable(until)
                    .map(text -> RunUntil.of(text, played.cluster().nodes()));
        } catch (InvalidBreakpointException e) {
            throw wrong("--until: " + e.getMessage());
        }
    }

    private int tryLive() throws InterruptedException {
        TrialFormat form = format(TrialFormat.class, TrialFormat.TEXT);
        TrialSettings settings;
        FaultPlan plan;
        Optional<OutputFile> shrunk;
        Optional<SeedRange> seeds;
        try {
            seeds = live.seeds();
            settings = live.settings();
            plan = live.plan(settings.members());
            shrunk = live.shrunk(plan, settings.members());
        } catch (InvalidPathException e) {
            throw e; // it has words of its own
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (OutputFileException e) {
            throw wrong("--shrink: " + e.getMessage());
        }
        PrintWriter progress = spec.commandLine().getErr();
        if (seeds.isPresent()) {
            return sweep(settings, plan, seeds.get());
        }
        Optional<ShrinkRun> shrinking = shrunk.map(file -> new ShrinkRun(progress, file, live::repeat));
        Optional<TrialResult> result;
        try {
            result = new TrialRun(progress).run(settings, plan);
        } catch (NodeException e) {
            if (shrinking.isPresent()) {
                progress.println("sosad: " + e.getMessage());
                shrinking.get().run(settings, plan, Program.find().forLessons());
            }
            throw e;
        }
        result.ifPresent(there -> print(form.text(there)));
        if (result.isPresent() && shrinking.isPresent()) {
            shrinking
                    .get()
                    .runIfFailed(result.get(), settings, plan, Program.find().forLessons());
        }
        return result.map(TrialResult::isGood).orElse(false) ? 0 : Main.UNMET;
    }

    private int sweep(TrialSettings settings, FaultPlan plan, SeedRange seeds) throws InterruptedException {
        if (format != null) {
            throw wrong("--format goes with one seed; with --seeds use --report");
        }
        SweepReport report = TrialSweepReport.RUN_LIVE;
        SweepOutput.Files files = output.files(report);
        PrintWriter err = spec.commandLine().getErr();
        TrialSweep trials = new TrialSweep(settings, plan, Program.find().forLessons(), err::println);
        return new SweepRun(report, trials.byName(), seeds, 1, trials).run(files, spec.commandLine());
    }

    private <E extends Enum<E>> E format(Class<E> type, E usual) {
        return format == null
                ? usual
                : EnumNames.parse(type, format)
                        .orElseThrow(() -> wrong("--format: \"%s\" is not one of %s"
                                .formatted(format, String.join(", ", EnumNames.all(type)))));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private static RunReport play(ScenarioFile file, Optional<RunUntil> until) {
        try (ProcessClusters clusters = new ProcessClusters()) {
            return HistoryReport.of(file, play(file.scenario(), clusters, until));
        }
    }

    /** Plays a scenario from beginning to end. */
    static History play(Scenario scenario, ProcessClusters clusters) {
        return play(scenario, clusters, Optional.empty());
    }

    private static History play(Scenario scenario, ProcessClusters clusters, Optional<RunUntil> until) {
        FirstDeath listener = new FirstDeath();
        List<Snapshot> snapshots = new ArrayList<>();
        try (StepCluster cluster = clusters.create(scenario.cluster(), listener)) {
            cluster.startAll();
            try {
                StepRun run = new StepRun(scenario, cluster, snapshot -> {
                    snapshots.add(snapshot);
                    until.ifPresent(stop -> stop.happened(snapshot));
                });
                run.playWhile(() -> !until.map(RunUntil::isHit).orElse(false));
                cluster.poll();
            } finally {
                listener.complain(); // that a node has died says more than what came of it
            }
        }
        return History.of(snapshots);
    }
}
