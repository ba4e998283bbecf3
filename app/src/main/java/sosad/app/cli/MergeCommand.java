package sosad.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepFile;
import sosad.app.sweep.SweepMerge;
import sosad.app.sweep.SweepReport;
import sosad.app.sweep.SweepReport.SweepFormat;

/** The command {@code merge}: puts the parts of a sweep together and prints and writes what one run would have. */
@Command(
        name = "merge",
        description = "Puts files together that a command wrote with --seeds and --out, in any order, and prints and "
                + "writes what one run over all seeds would have (docs/sweeps.md).",
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, whose seeds leave no gap.")
    private List<Path> files;

    @Mixin
    private SweepOutput output;

    @Override
    public Integer call() {
        Sweep merged = SweepMerge.of(files.stream().map(SweepFile::read).toList());
        SweepReport report = SweepReports.of(merged.command());
        try {
            SweepOutput.Files targets = output.files(report);
            spec.commandLine().getOut().print(report.text(merged, SweepFormat.MARKDOWN));
            targets.write(merged, report);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), files.get(0) + ": " + e.getMessage(), e);
        }
        return report.isGood(merged) ? 0 : Main.UNMET;
    }
}
