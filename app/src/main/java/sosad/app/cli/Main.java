package sosad.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;
import sosad.app.check.CheckNumber;
import sosad.app.cluster.FilesNeeded;
import sosad.app.explain.report.WhyFormat;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.process.NodeException;
import sosad.app.process.Program;
import sosad.app.replay.RecordFileException;
import sosad.app.simulate.RumourRule;
import sosad.app.simulate.Topology;
import sosad.app.sweep.SeedRange;
import sosad.app.sweep.SweepException;
import sosad.app.yaml.YamlFileException;
import sosad.message.Launch.StoreKind;
import sosad.process.FileNames;
import sosad.process.ProgramVersion;
import sosad.process.StandardStreams;
import sosad.process.StandardStreams.OutputException;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules.Content;

/** The entry of the app: opens the window, or does what a command says. */
@Command(
        name = "sosad",
        header = "SOSAD Lab: see how a distributed key-value store works and breaks.",
        customSynopsis = {
            "sosad [--api[=PORT]] [FILE|NAME]      opens the window",
            "       sosad COMMAND [-h] [WORDS]",
            "       sosad -h | -V"
        },
        description = "Without a command, opens the window, with a scenario's FILE or NAME if one is given.",
        mixinStandardHelpOptions = true,
        subcommands = {
            GuiCommand.class,
            RunCommand.class,
            WhyCommand.class,
            CheckCommand.class,
            ServeCommand.class,
            ListCommand.class,
            BenchCommand.class,
            CompareCommand.class,
            SimulateCommand.class,
            MergeCommand.class,
            ExportCommand.class,
            ReplayCommand.class,
            ArchiveCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is well",
            "1:an expectation of the scenario was not met, a live cluster failed its checks, a check failed, "
                    + "or a replay differs",
            "2:the command line, the scenario or the fault plan is wrong",
            "3:a node failed unexpectedly",
            "4:the output could not be written"
        })
public final class Main {
    /** The exit status when an expectation was not met. */
    static final int UNMET = 1;

    /** The exit status when the command line or a file is wrong. */
    static final int USAGE = 2;

    /** The exit status when a node failed. */
    static final int NODE_FAILED = 3;

    /** The exit status when what was to be printed is lost. */
    static final int OUTPUT_LOST = 4;

    /** The words that the window's command does not take. */
    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) ?(ms|s|min)");

    private Main() {}

    /** Runs the app and ends the process with its exit status. */
    public static void main(String[] args) {
        StandardStreams.choose();
        refuseTooFewFiles();
        Program.spareFlightRecorder();
        CommandLine commandLine = commandLine().setOut(StandardStreams.out()).setErr(StandardStreams.err());
        System.exit(run(commandLine, args));
    }

    private static void refuseTooFewFiles() {
        String complaint = FilesNeeded.complaintAtStart();
        if (!complaint.isEmpty()) {
            System.err.println("sosad: " + complaint);
            System.exit(USAGE);
        }
    }

    /** Does what these words say, or opens the window with what they name; gives the exit status. */
    static int run(CommandLine commandLine, String... args) {
        return commandLine.execute(isForWindow(commandLine, args) ? forWindow(args) : args);
    }

    private static boolean isForWindow(CommandLine commandLine, String... args) {
        return args.length == 0
                || !(commandLine.getSubcommands().containsKey(args[0]) || OWN_OPTIONS.contains(args[0]));
    }

    private static String[] forWindow(String... args) {
        return Stream.concat(Stream.of("gui"), Stream.of(args)).toArray(String[]::new);
    }

    /** Understands the command line, and says what is wrong with it in one line. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.getCommandSpec().versionProvider(() -> new String[] {"SOSAD Lab " + ProgramVersion.NUMBER});
        register(commandLine, StoreKind.class);
        register(commandLine, Content.class);
        register(commandLine, Topology.class);
        register(commandLine, RumourRule.class);
        register(commandLine, WhyFormat.class);
        commandLine.registerConverter(Duration.class, Main::duration);
        commandLine.registerConverter(Path.class, Main::path);
        commandLine.registerConverter(CheckNumber.class, Main::checkNumber);
        commandLine.registerConverter(SeedRange.class, Main::seeds);
        commandLine.setParameterExceptionHandler((wrong, all) -> {
            wrong.getCommandLine().getErr().println("sosad: " + wrong.getMessage() + " (see --help)");
            return USAGE;
        });
        commandLine.setExecutionStrategy(parsed -> execute(parsed, commandLine));
        return commandLine.setExecutionExceptionHandler(Main::say);
    }

    /** Help is printed here, too. */
    private static int execute(CommandLine.ParseResult parsed, CommandLine commandLine) {
        try {
            int status = new CommandLine.RunLast().execute(parsed);
            commandLine.getOut().flush();
            return status;
        } catch (OutputException e) {
            return say(e, commandLine);
        }
    }

    private static int say(OutputException lost, CommandLine where) {
        where.getErr().println("sosad: " + lost.getMessage());
        return OUTPUT_LOST;
    }

    private static Path path(String word) {
        try {
            return FileNames.path(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static SeedRange seeds(String word) {
        try {
            return SeedRange.parse(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static CheckNumber checkNumber(String word) {
        try {
            return CheckNumber.parse(word);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** A switch by its word, as in files. */
    private static <E extends Enum<E>> void register(CommandLine commandLine, Class<E> type) {
        commandLine.registerConverter(type, word -> EnumNames.parse(type, word)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not one of %s".formatted(word, String.join(", ", EnumNames.all(type))))));
    }

    private static Duration duration(String word) {
        Matcher matcher = DURATION.matcher(word);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "\"%s\" is not a time; write it as in 60s, 500ms or 2min".formatted(word));
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static int say(Exception failure, CommandLine where, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof YamlFileException
                || failure instanceof SweepException
                || failure instanceof RecordFileException) {
            where.getErr().println("sosad: " + failure.getMessage());
            return USAGE;
        }
        if (failure instanceof InvalidPathException refused) {
            where.getErr().println("sosad: " + FileNames.complaint(refused));
            return USAGE;
        }
        if (failure instanceof OutputException lost) {
            return say(lost, where);
        }
        if (failure instanceof OutputFileException) {
            where.getErr().println("sosad: " + failure.getMessage());
            return OUTPUT_LOST;
        }
        if (failure instanceof NodeException) {
            where.getErr().println("sosad: " + failure.getMessage());
            return NODE_FAILED;
        }
        throw failure;
    }
}
