package sosad.node.main;

import static sosad.model.PlainFormat.format;

import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sosad.process.OpenFiles;
import sosad.process.ProgramVersion;
import sosad.process.StandardStreams;
import sosad.process.StandardStreams.OutputException;

/** The entry of the node's program. */
@Command(
        name = "sosad-node",
        description = "A server of the SOSAD distributed key-value store.",
        mixinStandardHelpOptions = true,
        subcommands = {NodeCommand.class, GatewayCommand.class})
public final class Main {
    private Main() {}

    /** Runs the program; exits with 0 after a good end, 1 if the node failed, 2 if the command line is wrong. */
    public static void main(String[] args) {
        StandardStreams.choose();
        refuseTooFewFiles();
        LogProvider.choose();
        NetworkProperties.choose();
        if (args.length == 1 && args[0].equals(Child.WORD)) {
            System.exit(live());
        }
        System.exit(commandLine()
                .setOut(StandardStreams.out())
                .setErr(StandardStreams.err())
                .execute(args));
    }

    /** With fewer not even the program's own classes can be read, of which Java tells in many lines. */
    private static void refuseTooFewFiles() {
        OptionalInt limit = OpenFiles.limit();
        if (limit.isPresent() && limit.getAsInt() < OpenFiles.OWN) {
            System.err.println(format(
                    "sosad-node: this process may have %d files open (ulimit -n) and needs %d, one more for each connection",
                    limit.getAsInt(), OpenFiles.OWN));
            System.exit(CommandLine.ExitCode.USAGE);
        }
    }

    /** Gives an exit code whatever happens: what a failure leaves running must not keep the process. */
    private static int live() {
        try {
            return new Child(System.in).live(Child.launchIn(System.getenv()));
        } catch (RuntimeException | Error e) {
            System.err.println("sosad-node: it failed: " + e);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine =
                OptionConverters.register(new CommandLine(new Main())).setParameterExceptionHandler(Main::complain);
        commandLine.getCommandSpec().versionProvider(() -> new String[] {"SOSAD Lab " + ProgramVersion.NUMBER});
        return commandLine.setExecutionStrategy(parsed -> execute(parsed, commandLine));
    }

    private static int execute(CommandLine.ParseResult parsed, CommandLine commandLine) {
        try {
            int status = new CommandLine.RunLast().execute(parsed);
            commandLine.getOut().flush();
            return status;
        } catch (CommandLine.ExecutionException e) {
            if (e.getCause() instanceof OutputException lost) {
                return complain(lost, commandLine);
            }
            throw e;
        } catch (OutputException e) {
            return complain(e, commandLine);
        }
    }

    private static int complain(OutputException lost, CommandLine commandLine) {
        commandLine.getErr().println("sosad-node: " + lost.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int complain(CommandLine.ParameterException wrong, String[] args) {
        wrong.getCommandLine().getErr().println("sosad-node: " + wrong.getMessage() + " (see --help)");
        return CommandLine.ExitCode.USAGE;
    }
}
