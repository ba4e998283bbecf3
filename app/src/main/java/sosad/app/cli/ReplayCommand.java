package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.export.file.OutputFile;
import sosad.app.history.text.Sentences;
import sosad.app.replay.DifferenceText;
import sosad.app.replay.LivedMerge;
import sosad.app.replay.LossReasons;
import sosad.app.replay.Stretch;
import sosad.app.replay.StretchReplay;
import sosad.app.replay.StretchReplay.Outcome;
import sosad.model.NodeId;

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

    @Option(
            names = "--list",
            description =
                    "Also print what happened at all nodes, one event a line, in an order in which each message is "
                            + "sent before it arrives.")
    private boolean isListed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Stretch> stretches = Stretch.in(places);
        if (isListed) {
            list(stretches, out);
        }
        for (Stretch stretch : stretches) {
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

    private static void list(List<Stretch> stretches, PrintWriter out) {
        SortedSet<NodeId> nodes = new TreeSet<>();
        stretches.forEach(stretch -> nodes.add(stretch.node()));
        long start = stretches.stream().mapToLong(Stretch::start).min().orElse(0);
        LivedMerge.of(nodes, nodes, stretches, Set.of(), LossReasons.UNKNOWN, 0)
                .moments()
                .forEach(moment ->
                        out.println(format("%,9d ms  %s", moment.epochMillis() - start, Sentences.of(moment.what()))));
        out.println();
    }
}
