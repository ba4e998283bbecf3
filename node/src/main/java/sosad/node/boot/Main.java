package sosad.node.boot;

import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sosad.message.GatewayLaunch;
import sosad.message.Launch;
import sosad.node.client.ClientSettings;
import sosad.wire.ControlCodec;
import sosad.wire.MalformedException;

/** The entry of the node's program. */
@Command(
        name = "sosad-node",
        description = "A server of the SOSAD distributed key-value store.",
        mixinStandardHelpOptions = true,
        version = "SOSAD Lab 0.1.0",
        subcommands = {NodeCommand.class, GatewayCommand.class})
public final class Main {
    private Main() {}

    /** Runs the program; exits with 0 after a good end, 1 if the node failed, 2 if the command line is wrong. */
    public static void main(String[] args) {
        String node = System.getenv(Launch.VARIABLE);
        String gateway = System.getenv(GatewayLaunch.VARIABLE);
        if (args.length > 0 || (node == null && gateway == null)) {
            System.exit(commandLine().execute(args));
        }
        System.exit(node == null ? gateway(gateway) : node(node));
    }

    /** The app's way to start a node: without a command line, whose parser takes half of the time until it is up. */
    private static int node(String launch) {
        try {
            Launch read = ControlCodec.launch(launch.getBytes(StandardCharsets.UTF_8));
            return new NodeProcess(read, ClientSettings.usual(read.limits())).run();
        } catch (MalformedException e) {
            return complain(Launch.VARIABLE, e);
        }
    }

    /** The app's way to start a gateway. */
    private static int gateway(String launch) {
        try {
            return new GatewayChild(ControlCodec.gatewayLaunch(launch.getBytes(StandardCharsets.UTF_8))).run();
        } catch (MalformedException e) {
            return complain(GatewayLaunch.VARIABLE, e);
        }
    }

    private static int complain(String variable, MalformedException wrong) {
        System.err.println("sosad-node: the environment variable " + variable + ": " + wrong.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    static CommandLine commandLine() {
        return OptionForms.register(new CommandLine(new Main())).setParameterExceptionHandler(Main::complain);
    }

    private static int complain(CommandLine.ParameterException wrong, String[] args) {
        wrong.getCommandLine().getErr().println("sosad-node: " + wrong.getMessage() + " (see --help)");
        return CommandLine.ExitCode.USAGE;
    }
}
