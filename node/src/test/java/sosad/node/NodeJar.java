package sosad.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as the build packs it. */
public final class NodeJar {
    private static final Path PATH = Path.of("target", "sosad-node.jar").toAbsolutePath();

    private NodeJar() {}

    /** The command that runs it with these words; such short lives are quicker with the first compiler alone. */
    public static List<String> command(List<String> javaOptions, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", PATH.toString()));
        command.addAll(List.of(words));
        return command;
    }
}
