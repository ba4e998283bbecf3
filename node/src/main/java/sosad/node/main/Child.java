package sosad.node.main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;
import sosad.message.GatewayLaunch;
import sosad.message.Launch;
import sosad.node.client.ClientSettings;
import sosad.wire.ControlCodec;
import sosad.wire.MalformedException;

/**
 * A process that the app has started, without options, whose parser takes half of the time until a node is up. It lives
 * one start after the other: each is a line {@code VARIABLE=JSON} on its input, but the first may stand in the
 * environment. When the app closes the connection to what runs, that ends, the process says that it waits
 * ({@link Launch#WAITING}) and reads the next line; with its input the process ends. Nothing goes over from one start
 * to the next.
 */
final class Child {
    /** The one word of the command line that makes a process such a child. */
    static final String WORD = "child";

    private final BufferedReader launches;

    /** @param input where the app says what comes next */
    Child(InputStream input) {
        this.launches = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /** Returns what the app may have put into the environment, as a line. */
    static Optional<String> launchIn(Map<String, String> environment) {
        return Stream.of(Launch.VARIABLE, GatewayLaunch.VARIABLE)
                .filter(environment::containsKey)
                .map(variable -> variable + "=" + environment.get(variable))
                .findFirst();
    }

    /** Runs until nothing comes next, or a start ends by itself; gives the exit code. */
    int live(Optional<String> first) {
        Optional<String> launch = first.or(this::next);
        while (launch.isPresent()) {
            Optional<Integer> exit = run(launch.get());
            if (exit.isPresent()) {
                return exit.get();
            }
            System.out.println(Launch.WAITING);
            launch = next();
        }
        return ExitCode.OK;
    }

    private Optional<String> next() {
        try {
            return Optional.ofNullable(launches.readLine());
        } catch (IOException e) {
            return Optional.empty(); // the app is gone
        }
    }

    /** Gives an exit code, or none if the app has let go. */
    private Optional<Integer> run(String line) {
        String[] parts = line.split("=", 2);
        String variable = parts[0];
        byte[] launch = parts[parts.length - 1].getBytes(StandardCharsets.UTF_8);
        try {
            return variable.equals(GatewayLaunch.VARIABLE)
                    ? run(new GatewayChild(ControlCodec.gatewayLaunch(launch)))
                    : run(ControlCodec.launch(launch));
        } catch (MalformedException e) {
            System.err.println("sosad-node: the launch " + variable + ": " + e.getMessage());
            return Optional.of(ExitCode.USAGE);
        }
    }

    private static Optional<Integer> run(GatewayChild gateway) {
        int exit = gateway.run();
        return gateway.isLetGo() ? Optional.empty() : Optional.of(exit);
    }

    private static Optional<Integer> run(Launch launch) {
        NodeProcess node = new NodeProcess(launch, ClientSettings.usual(launch.limits()));
        int exit = node.run();
        return node.isLetGo() ? Optional.empty() : Optional.of(exit);
    }
}
