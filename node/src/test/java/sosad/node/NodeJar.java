package sosad.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The program as the build packs it. */
public final class NodeJar {
    /** Where it stands, its libraries beside it. */
    public static final Path PATH = Path.of("target", "sosad-node.jar").toAbsolutePath();
    /** The Java that runs it. */
    public static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Path ARCHIVE = Path.of("target", "test-nodes.jsa").toAbsolutePath();

    private static boolean archived;

    private NodeJar() {}

    /** The command that runs it with these words. */
    public static List<String> command(List<String> javaOptions, String... words) {
        archiveClasses();
        List<String> options = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + ARCHIVE));
        options.addAll(javaOptions);
        return plainCommand(options, words);
    }

    /** Such short lives are quicker with the first compiler alone. */
    private static List<String> plainCommand(List<String> javaOptions, String... words) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", PATH.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /**
     * Lets a node start and end, and Java keep its classes: dozens of nodes then start in half the time. The first of
     * the test processes does it, the others wait.
     */
    private static synchronized void archiveClasses() {
        if (archived) {
            return;
        }
        try (FileChannel file = FileChannel.open(
                        ARCHIVE.resolveSibling("test-nodes.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            if (held.isValid() && isStale()) {
                Files.deleteIfExists(ARCHIVE);
                Process node = new ProcessBuilder(plainCommand(
                                List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE),
                                "node",
                                "--id",
                                "A",
                                "--peer",
                                "B=127.0.0.1:1",
                                "--metrics-port",
                                "0"))
                        .redirectErrorStream(true)
                        .start();
                awaitUp(node);
                node.destroy();
                node.waitFor();
            }
            archived = true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isStale() throws IOException {
        return !Files.exists(ARCHIVE)
                || Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(PATH)) < 0;
    }

    private static void awaitUp(Process node) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains("is up")) {
            line = lines.readLine();
        }
    }
}
