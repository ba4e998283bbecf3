package sosad.app.boot;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;
import sosad.app.cluster.NodeException;
import sosad.app.cluster.Program;
import sosad.app.yaml.YamlFileException;
import sosad.message.StoreKind;
import sosad.protocol.Content;
import sosad.protocol.Words;

/** The entry of the app: opens the window, or does what a command says. */
@Command(
        name = "sosad",
        header = "SOSAD Lab: see how a distributed key-value store works and breaks.",
        description = "Without a command, opens the window.",
        mixinStandardHelpOptions = true,
        version = "SOSAD Lab 0.1.0",
        subcommands = {
            GuiCommand.class,
            RunCommand.class,
            ServeCommand.class,
            ListCommand.class,
            BenchCommand.class,
            ArchiveCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is well",
            "1:an expectation of the scenario was not met, or a live cluster is not as it must be",
            "2:the command line, the scenario or the fault plan is wrong",
            "3:a node failed in a way that nobody asked for"
        })
public final class Main {
    /** The exit status when an expectation was not met. */
    static final int UNMET = 1;

    /** The exit status when the command line or a file is wrong. */
    static final int USAGE = 2;

    /** The exit status when a node failed. */
    static final int NODE_FAILED = 3;

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) ?(ms|s|min)");

    private Main() {}

    /** Runs the app and ends the process with its exit status. */
    public static void main(String[] args) {
        Program.spareFlightRecorder();
        System.exit(run(args));
    }

    /** Runs the app; gives the exit status. */
    static int run(String... args) {
        return commandLine().execute(args.length == 0 ? new String[] {"gui"} : args);
    }

    /** Understands the command line, and says what is wrong with it in one line. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        register(commandLine, StoreKind.class);
        register(commandLine, Content.class);
        commandLine.registerConverter(Duration.class, Main::duration);
        commandLine.setParameterExceptionHandler((wrong, all) -> {
            wrong.getCommandLine().getErr().println("sosad: " + wrong.getMessage() + " (see --help)");
            return USAGE;
        });
        return commandLine.setExecutionExceptionHandler(Main::say);
    }

    /** A switch by its word, as in files. */
    private static <E extends Enum<E>> void register(CommandLine commandLine, Class<E> type) {
        commandLine.registerConverter(type, word -> Words.parse(type, word)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is none of %s".formatted(word, String.join(", ", Words.all(type))))));
    }

    private static Duration duration(String word) {
        Matcher matcher = DURATION.matcher(word);
        if (!matcher.matches()) {
            throw new TypeConversionException("\"%s\" is no time; write it as in 60s, 500ms or 2min".formatted(word));
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
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
