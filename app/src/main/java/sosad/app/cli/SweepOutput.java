package sosad.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import sosad.app.export.file.OutputFile;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepFile;
import sosad.app.sweep.SweepReport;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.process.FileNames;
import sosad.protocol.EnumNames;

/** The files that a sweep and its summary are written to. */
final class SweepOutput {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result of each seed to this file; \"merge\" puts such files together.")
    private Path out;

    @Option(
            names = "--report",
            arity = "2",
            hideParamSyntax = true,
            paramLabel = "FORMAT FILE",
            description = "Write the summary as html, markdown or json to this file; may be repeated.")
    private List<String> reports = List.of();

    /** Returns whether any file is named. */
    boolean isAsked() {
        return out != null || !reports.isEmpty();
    }

    /** The files, which are writable as far as that can be known beforehand. */
    record Files(Optional<OutputFile> sweep, List<Report> reports) {
        record Report(SweepFormat format, OutputFile file) {}

        /** Writes everything asked for. */
        void write(Sweep result, SweepReport report) {
            writeSweep(result);
            reports.forEach(one -> one.file().write(report.text(result, one.format())));
        }

        /** Writes the results alone. */
        void writeSweep(Sweep result) {
            sweep.ifPresent(file -> file.write(SweepFile.text(result)));
        }
    }

    /**
     * Returns the files, to be called before anything is run.
     *
     * @throws OutputFile.OutputFileException if one of them cannot be written
     */
    Files files(SweepReport report) {
        List<Files.Report> list = new ArrayList<>();
        for (int i = 0; i < reports.size(); i += 2) {
            list.add(new Files.Report(format(reports.get(i), report), OutputFile.at(path(reports.get(i + 1)))));
        }
        return new Files(Optional.ofNullable(out).map(OutputFile::at), list);
    }

    private SweepFormat format(String word, SweepReport report) {
        List<String> possible = report.formats().stream().map(EnumNames::of).toList();
        return EnumNames.parse(SweepFormat.class, word)
                .filter(report.formats()::contains)
                .orElseThrow(
                        () -> wrong("--report: \"%s\" is not one of %s".formatted(word, String.join(", ", possible))));
    }

    private Path path(String word) {
        try {
            return FileNames.path(word);
        } catch (IllegalArgumentException e) {
            throw wrong("--report: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
