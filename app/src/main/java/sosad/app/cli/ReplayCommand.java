package sosad.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.export.file.OutputFile;
import sosad.app.replay.DifferenceText;
import sosad.app.replay.Stretch;
import sosad.app.replay.StretchReplay;
import sosad.app.replay.StretchReplay.Outcome;

/** The command {@code replay}: gives records of live nodes to a fresh core and compares the states. */
@Command(
        name = "replay",
        description =
                "Gives what live nodes have recorded (node --record) to a fresh core, input by input, and compares "
                        + "its state with theirs wherever the record has one (docs/record.md).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
    private static final int DIFFERS = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Files of records, and folders with some.")
    private List<Path> places;

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            defaultValue = "replay-evidence.txt",
            description = "Where both states go if they differ (default: replay-evidence.txt).")
    private Path evidence;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Stretch stretch : Stretch.in(places)) {
            Outcome outcome = new StretchReplay(stretch, state -> {}, input -> {}).run();
            out.println(outcome.line());
            if (outcome.difference().isPresent()) {
                OutputFile file = OutputFile.at(evidence);
                file.write(text -> DifferenceText.write(outcome, text));
                out.println("the evidence is in " + file.path());
                return DIFFERS;
            }
        }
        return 0;
    }
}
