package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.export.ExportKind;
import sosad.app.export.ExportedRun;
import sosad.app.export.file.OutputFile;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.export.picture.PictureColours;
import sosad.app.history.History;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioFile;
import sosad.process.StandardStreams;
import sosad.protocol.EnumNames;

/** The command {@code export}: plays a scenario in the simulator and writes the run in the form of one's choice. */
@Command(
        name = "export",
        description = "Plays a scenario in the simulator, whose nodes run the same code as the processes of run, and "
                + "writes the run in another form (docs/export.md).",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "FILE|NAME",
            description = "A scenario file, or the name of a bundled scenario.")
    private String scenario;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "KIND",
            description = "The form: markdown, csv, json, svg or png (the space-time diagram), stage-svg or stage-png "
                    + "(the nodes and messages at the end), shiviz, jepsen, mermaid, trace, itf.")
    private String kind;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; it is replaced in one piece. Default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Up to the end of the file's Nth step; 0 is the start. Default: to the end.")
    private Integer step;

    @Option(
            names = "--in-flight",
            description = "Up to the moment in that step at which its messages stand on their links.")
    private boolean inFlight;

    @Option(names = "--dark", description = "Pictures in the colours of the dark theme.")
    private boolean dark;

    @Override
    public Integer call() {
        ExportKind form = EnumNames.parse(ExportKind.class, kind)
                .orElseThrow(() -> wrong("--as: \"%s\" is not one of %s"
                        .formatted(kind, String.join(", ", EnumNames.all(ExportKind.class)))));
        ScenarioFile file = ScenarioChoice.of(scenario, spec.commandLine()).read();
        int last = file.scenario().steps().size();
        if (step != null && (step < 0 || step > last)) {
            throw wrong(format("--step: %d; it must be from 0 to %d, the last step of %s", step, last, scenario));
        }
        Optional<OutputFile> target = target();
        ExportedRun played = new ExportedRun(file, play(file.scenario()));
        ExportedRun steps = step == null ? played : played.upToStep(step);
        ExportedRun run = inFlight ? steps.upToFlight() : steps;
        byte[] bytes;
        try {
            bytes = form.bytes(run, dark ? PictureColours.DARK : PictureColours.LIGHT);
        } catch (IllegalArgumentException e) {
            throw wrong("--as " + kind + ": " + e.getMessage());
        }
        write(form, bytes, target);
        return 0;
    }

    private static History play(Scenario scenario) {
        SimulatedRun run = SimulatedRun.of(scenario);
        run.run().playAll();
        return run.history();
    }

    private Optional<OutputFile> target() {
        try {
            return out.map(OutputFile::at);
        } catch (OutputFileException e) {
            throw wrong("--out: " + e.getMessage());
        }
    }

    private void write(ExportKind form, byte[] bytes, Optional<OutputFile> target) {
        if (target.isPresent()) {
            target.get().write(bytes);
        } else if (!form.isText()) {
            if (System.console() != null) {
                throw wrong("--as " + kind + " is no text for a terminal; add --out FILE");
            }
            StandardStreams.write(bytes);
        } else {
            spec.commandLine().getOut().print(new String(bytes, StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
