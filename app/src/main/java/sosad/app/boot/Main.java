package sosad.app.boot;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;
import sosad.app.cluster.NodeException;
import sosad.app.cluster.Program;
import sosad.app.export.ReportFormat;
import sosad.app.yaml.YamlFileException;
import sosad.protocol.Words;

/** The entry of the app: opens the window, or does what a command says. */
@Command(
        name = "sosad",
        header = "SOSAD Lab: see how a distributed key-value store works and breaks.",
        description = "Without a command, opens the window.",
        mixinStandardHelpOptions = true,
        version = "SOSAD Lab 0.1.0",
        subcommands = {GuiCommand.class, RunCommand.class, ListCommand.class, BenchCommand.class, ArchiveCommand.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is well",
            "1:an expectation of the scenario was not met",
            "2:the command line or the scenario file is wrong",
            "3:a node failed in a way that the scenario did not ask for"
        })
public final class Main {
    /** The exit status when an expectation was not met. */
    static final int UNMET = 1;

    /** The exit status when the command line or a file is wrong. */
    static final int USAGE = 2;

    /** The exit status when a node failed. */
    static final int NODE_FAILED = 3;

    private Main() {}

    /** Runs the app and ends the process with its exit status. */
    public static void main(String[] args) {
        Program.spareFlightRecorder();
        System.exit(run(args));
    }

    /** Runs the app; gives the exit status. */
    static int run(String... args) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.registerConverter(ReportFormat.class, Main::format);
        commandLine.setParameterExceptionHandler((wrong, all) -> {
            wrong.getCommandLine().getErr().println("sosad: " + wrong.getMessage() + " (see --help)");
            return USAGE;
        });
        commandLine.setExecutionExceptionHandler(Main::say);
        return commandLine.execute(args.length == 0 ? new String[] {"gui"} : args);
    }

    private static ReportFormat format(String word) {
        return Words.parse(ReportFormat.class, word)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is none of %s".formatted(word, String.join(", ", Words.all(ReportFormat.class)))));
    }

    private static int say(Exception failure, CommandLine where, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof YamlFileException) {
            where.getErr().println("sosad: " + failure.getMessage());
            return USAGE;
        }
        if (failure instanceof NodeException) {
            where.getErr().println("sosad: " + failure.getMessage());
            return NODE_FAILED;
        }
        throw failure;
    }
}
