package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.SosadJar;

/**
 * The packaged program where something is missing: a display, a locale, its libraries, room to print, files to open.
 */
@Timeout(120)
class LauncherIT {
    /** Its one expectation is not met. */
    private static final String LESSON = """
            scenario: Größe
            cluster: {nodes: [A]}
            steps:
              - do: [put: {at: A, key: k, value: ö}, expect: {at: A, key: k, value: v}]
            """;

    @TempDir
    private Path folder;

    private Path lesson;

    private record Ended(int status, String out, String err) {}

    @BeforeEach
    void writeLesson() throws IOException {
        lesson = Files.writeString(folder.resolve("lesson.yaml"), LESSON);
    }

    private Ended ended(Map<String, String> environment, List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(Map.of("DISPLAY", "", "LC_ALL", "C.UTF-8"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean hasEnded = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(hasEnded).as("it has ended").isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private Ended sosad(Map<String, String> environment, String... arguments) throws Exception {
        return ended(environment, SosadJar.command(arguments));
    }

    /** Runs it by a shell, after this word of the shell or with this after it. */
    private Ended byShell(String words, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", words, "sh"));
        command.addAll(SosadJar.command(arguments));
        return ended(Map.of(), command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":7777"})
    void withoutAWindowThatVeryFileIsPlayedInTheTerminalWithTheStatusOfRun(String display) throws Exception {
        Ended ended = sosad(Map.of("DISPLAY", display), lesson.toString());

        assertThat(ended.out()).startsWith("# Größe\n").contains("| 2    | A      | k:2 | ö     |");
        assertThat(ended.err().lines()).hasSize(2);
        assertThat(ended.err())
                .startsWith("sosad: The window ")
                .contains(" Playing " + lesson + " here instead.")
                .contains("\nsosad: not met: ");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void withAnotherLocaleThatCannotSayTheNameItIsOneLine() throws Exception {
        Ended ended = sosad(Map.of("LC_ALL", "C"), "run", "größe.yaml");

        assertThat(ended.err())
                .startsWith("sosad: the file name ")
                .endsWith(" cannot express; set LC_ALL=C.UTF-8\n")
                .hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
    }

    @Test
    void withAnotherLocaleWhatIsPrintedToAFileIsUtf8() throws Exception {
        Ended ended = sosad(Map.of("LC_ALL", "C"), "run", lesson.toString(), "--format", "csv");

        assertThat(ended.out()).contains(",ö");
        assertThat(ended.err()).startsWith("sosad: not met: ").hasLineCount(1);
    }

    @Test
    void withoutItsLibrariesItSaysInOneLineWhatItNeeds() throws Exception {
        Path alone = Files.copy(SosadJar.PATH, folder.resolve("sosad.jar"));

        Ended ended = ended(Map.of(), SosadJar.command(alone, "list"));

        assertThat(ended.err())
                .startsWith("sosad: " + folder.resolve("lib"))
                .endsWith(" is missing; the jar needs the lib folder that the build puts beside it\n")
                .hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
    }

    @Test
    void oneLibraryThatIsMissingIsNamed() throws Exception {
        Path jar = Files.copy(SosadJar.PATH, folder.resolve("sosad.jar"));
        Path lib = Files.createDirectory(folder.resolve("lib"));
        try (Stream<Path> libraries = Files.list(SosadJar.PATH.resolveSibling("lib"))) {
            for (Path library : libraries.toList()) {
                Files.createSymbolicLink(lib.resolve(library.getFileName()), library);
            }
        }
        assertThat(Launcher.missing(jar.toFile())).isEmpty();

        File picocli;
        try (Stream<Path> libraries = Files.list(lib)) {
            picocli = libraries
                    .filter(library -> library.getFileName().toString().startsWith("picocli"))
                    .findFirst()
                    .orElseThrow()
                    .toFile();
        }
        Files.delete(picocli.toPath());
        assertThat(Launcher.missing(jar.toFile())).contains(picocli);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "list", "run sample --format json", "bench node --only memory --quick", "serve"})
    void whatCannotBePrintedIsAnErrorOfEveryCommand(String arguments) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no disk that is always full");
        Ended ended = byShell("exec \"$@\" > /dev/full", arguments.split(" "));

        assertThat(ended.err()).isEqualTo("sosad: the output cannot be written: No space left on device\n");
        assertThat(ended.status()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40|2|sosad: this process may have 40 files open, and needs 64, and more for nodes",
                "75|3|sosad: this process may have 75 files open, and needs 94 for 3 nodes"
            })
    void tooFewFilesAreCountedAtOnce(String example) throws Exception {
        String[] parts = example.split("\\|");
        Ended ended = byShell("ulimit -n " + parts[0] + "; exec \"$@\"", "run", "sample");

        assertThat(ended.err()).isEqualTo(parts[2] + ": raise the limit (ulimit -n)\n");
        assertThat(ended.status()).isEqualTo(Integer.parseInt(parts[1]));
    }

    @Test
    void whoEndsAnApiThatStillStartsHearsOfNoFailure() throws Exception {
        Process serve = new ProcessBuilder(SosadJar.command("serve"))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        while (serve.isAlive() && serve.children().findAny().isEmpty()) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> children = serve.descendants().toList();
        serve.toHandle().destroy();

        assertThat(serve.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("err")).isEmptyFile();
        for (ProcessHandle child : children) {
            child.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theJarMayCallNativeCode() throws IOException {
        try (JarFile jar = new JarFile(SosadJar.PATH.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
                    .isEqualTo("ALL-UNNAMED");
        }
    }
}
