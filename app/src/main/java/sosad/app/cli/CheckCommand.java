package sosad.app.cli;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sosad.app.check.Check;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckSettings;
import sosad.app.check.report.Acceptance;
import sosad.app.check.report.Baseline;
import sosad.app.check.report.SuiteReportFormat;
import sosad.app.check.report.SuiteSweep;
import sosad.app.check.report.SuiteSweepReport;
import sosad.app.check.suite.CheckCatalogue;
import sosad.app.check.suite.CheckSuite;
import sosad.app.check.suite.ForeignServers;
import sosad.app.check.suite.SuiteResult;
import sosad.app.check.suite.SystemSource;
import sosad.app.export.file.OutputFile;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.process.NodeException;
import sosad.app.sweep.SeedRange;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.protocol.EnumNames;

/** The command {@code check}: the document's list of tests, against a cluster or against foreign servers. */
@Command(
        name = "check",
        description = {
            "Runs the document's list of tests against a cluster that it starts, or against any servers of the Redis "
                    + "protocol (docs/checks.md). Each check says what it did, what it measured, and its verdict: held, "
                    + "broken as the rule predicts, failed, inconclusive or skipped."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final long USUAL_SEED = 7;

    @Spec
    private CommandSpec spec;

    @Option(names = "--list", description = "Print all checks, one a line, and run none.")
    private boolean list;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NUMBER",
            description = "Only these checks, such as 4.3, or kinds of checks, such as 1 (default: all).")
    private List<CheckNumber> only;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of all random decisions (default: 7).")
    private Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            description = "Instead of --seed: a run for each of these seeds, and how often each check had which "
                    + "verdict; reports are then in markdown alone.")
    private SeedRange seeds;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "With --seeds: write the result of each seed to this file; \"merge\" puts such files together.")
    private Path out;

    @Option(
            names = "--for",
            defaultValue = "3min",
            paramLabel = "TIME",
            description = "How long all checks take together, about; each has its share of it, whether or not others "
                    + "run. 5s to 24h (default: 3min).")
    private Duration duration;

    @Option(
            names = "--report",
            arity = "2",
            hideParamSyntax = true,
            paramLabel = "FORMAT FILE",
            description = "Also write a report: html, json, junit or markdown, and the file. May be repeated.")
    private List<String> reports;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description =
                    "Also write what clients asked and were told, of each check that keeps a log of it: a history "
                            + "of Jepsen if the name ends with .edn, an operation a line if it ends with .jsonl. Of several "
                            + "checks each has a file of its own, with its number in the name.")
    private Path log;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "An earlier report in JSON: exit with 1 only if a check that held there does not now.")
    private Path baseline;

    @Option(names = "--strict", description = "Exit with 1 also if a check is inconclusive.")
    private boolean strict;

    @Mixin
    private CheckedSystem system;

    /** A report that is to be written. */
    private record Report(SuiteReportFormat format, OutputFile file) {}

    @Override
    public Integer call() throws InterruptedException {
        if (list) {
            return list();
        }
        if (seeds != null) {
            return sweep();
        }
        List<Check> checks;
        CheckSettings settings;
        SystemSource source;
        Acceptance acceptance;
        List<Report> files;
        Optional<CheckLogFiles> logs;
        try {
            refuseIf(out != null, "--out needs --seeds");
            checks = only == null ? CheckCatalogue.all() : CheckCatalogue.only(only);
            settings = new CheckSettings(seed(), duration);
            acceptance = new Acceptance(strict, Optional.ofNullable(baseline).map(Baseline::read));
            files = reports();
            List<Check> logged = checks;
            logs = Optional.ofNullable(log).map(name -> CheckLogFiles.of(name, logged));
            source = system.source(seed()); // that the node's program is not there is said last
        } catch (InvalidPathException e) {
            throw e; // it has words of its own
        } catch (IllegalArgumentException | OutputFileException e) {
            throw wrong(e.getMessage());
        }
        return InGoodOrder.run(() -> run(checks, settings, source, acceptance, files, logs))
                .orElse(Main.NODE_FAILED);
    }

    private long seed() {
        return seed == null ? USUAL_SEED : seed;
    }

    private int sweep() throws InterruptedException {
        SuiteSweep suites;
        SweepOutput.Files files;
        try {
            refuseIf(seed != null, "--seed and --seeds exclude each other");
            refuseIf(baseline != null, "--baseline goes with one seed");
            refuseIf(log != null, "--log goes with one seed");
            List<Check> checks = only == null ? CheckCatalogue.all() : CheckCatalogue.only(only);
            new CheckSettings(seeds.first(), duration);
            PrintWriter err = spec.commandLine().getErr();
            suites = new SuiteSweep(checks, duration, system::source, strict, err::println);
            files = sweepFiles();
            if (system.source(seeds.first()) instanceof ForeignServers servers) {
                servers.probe();
            }
        } catch (InvalidPathException e) {
            throw e; // it has words of its own
        } catch (IllegalArgumentException | OutputFileException e) {
            throw wrong(e.getMessage());
        }
        return new SweepRun(new SuiteSweepReport(), suites.byName(), seeds, 1, suites).run(files, spec.commandLine());
    }

    private SweepOutput.Files sweepFiles() {
        List<SweepOutput.Files.Report> summaries = new ArrayList<>();
        for (Report report : reports()) {
            refuseIf(report.format() != SuiteReportFormat.MARKDOWN, "--report: with --seeds there is markdown alone");
            summaries.add(new SweepOutput.Files.Report(SweepFormat.MARKDOWN, report.file()));
        }
        return new SweepOutput.Files(Optional.ofNullable(out).map(OutputFile::at), summaries);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int list() {
        PrintWriter out = spec.commandLine().getOut();
        CheckCatalogue.all().forEach(check -> out.println(format("%-5s %s", check.number(), check.question())));
        out.flush();
        return 0;
    }

    private List<Report> reports() {
        List<Report> files = new ArrayList<>();
        Set<Path> paths = new HashSet<>();
        for (int i = 0; reports != null && i < reports.size(); i += 2) {
            String word = reports.get(i);
            SuiteReportFormat form = EnumNames.parse(SuiteReportFormat.class, word)
                    .orElseThrow(() -> new IllegalArgumentException("--report: \"%s\" is not one of %s"
                            .formatted(word, String.join(", ", EnumNames.all(SuiteReportFormat.class)))));
            OutputFile file = OutputFile.at(Path.of(reports.get(i + 1)));
            if (!paths.add(file.path().toAbsolutePath().normalize())) {
                throw new IllegalArgumentException("--report: %s is named twice".formatted(file.path()));
            }
            files.add(new Report(form, file));
        }
        return files;
    }

    private int run(
            List<Check> checks,
            CheckSettings settings,
            SystemSource source,
            Acceptance acceptance,
            List<Report> files,
            Optional<CheckLogFiles> logs) {
        CheckProgress progress = new CheckProgress(
                checks,
                format("%s; seed %d", source.words(), settings.seed()),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        SuiteResult suite = new CheckSuite(checks, settings, source, progress).run();
        Optional<String> failure = suite.stopped().filter(why -> !why.equals(CheckSuite.INTERRUPTED));
        if (!suite.outcomes().isEmpty()) {
            files.forEach(report -> report.file().write(report.format().text(suite, acceptance)));
            logs.ifPresent(each -> suite.outcomes().forEach(outcome -> each.write(outcome.result())));
            progress.end(suite, acceptance);
        }
        boolean isBad = !acceptance.bad(suite).isEmpty();
        if (failure.isPresent() && !isBad) {
            throw new NodeException(failure.get());
        }
        failure.ifPresent(why -> spec.commandLine().getErr().println("sosad: " + why));
        return isBad ? Main.UNMET : suite.isComplete() ? 0 : Main.NODE_FAILED;
    }
}
