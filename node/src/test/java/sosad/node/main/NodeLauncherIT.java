package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.node.NodeJar;

/** The packaged program where something is missing: a locale, its libraries, room to print. */
@Timeout(60)
class NodeLauncherIT {
    @TempDir
    private Path folder;

    private record Ended(int status, String err) {}

    private static Ended ended(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean hasEnded = process.waitFor(30, TimeUnit.SECONDS);
        process.toHandle().destroyForcibly(); // the process itself would close its output, too
        assertThat(hasEnded).as("it has ended").isTrue();
        return new Ended(
                process.exitValue(), new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void withoutItsLibrariesItSaysInOneLineWhatItNeeds() throws Exception {
        Path alone = Files.copy(NodeJar.PATH, folder.resolve("sosad-node.jar"));

        Ended ended = ended(Map.of(), List.of(NodeJar.JAVA, "-jar", alone.toString(), "--help"));

        assertThat(ended.err())
                .startsWith("sosad-node: " + folder.resolve("lib"))
                .endsWith(" is missing; the jar needs the lib folder that the build puts beside it\n")
                .hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
    }

    @Test
    void aFolderThatTheLocaleCannotSayIsOneLine() throws Exception {
        Ended ended = ended(
                Map.of("LC_ALL", "C"),
                NodeJar.command(List.of(), "node", "--id", "A", "--store", "disk", "--data", "größe"));

        assertThat(ended.err())
                .startsWith("sosad-node: Invalid value for option '--data': the file name ")
                .contains(" cannot express; set LC_ALL=C.UTF-8")
                .hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
    }

    @Test
    void helpThatCannotBePrintedIsAnError() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no disk that is always full");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh"));
        command.addAll(NodeJar.command(List.of(), "node", "--help"));

        assertThat(ended(Map.of(), command))
                .isEqualTo(new Ended(1, "sosad-node: the output cannot be written: No space left on device\n"));
    }

    @Test
    void theJarMayCallNativeCode() throws IOException {
        try (JarFile jar = new JarFile(NodeJar.PATH.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
                    .isEqualTo("ALL-UNNAMED");
        }
    }
}
