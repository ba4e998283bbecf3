package sosad.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as the build packs it. */
public final class SosadJar {
    /** Where it stands, its libraries beside it. */
    public static final Path PATH = Path.of("target", "sosad.jar").toAbsolutePath();

    private SosadJar() {}

    /** The command that runs it with these words. */
    public static List<String> command(String... words) {
        return command(PATH, words);
    }

    /** The command that runs a copy of it; such short lives are quicker with the simplest of Java. */
    public static List<String> command(Path jar, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
        command.addAll(List.of(words));
        return command;
    }
}
