package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.SosadJar;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.RunReport;
import sosad.app.lab.ProcessClusters;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.DocumentTables;
import sosad.process.ProgramVersion;

/** The program as a user runs it: the packaged jar in a process of its own. */
@Timeout(120)
class CommandLineIT {
    private static final ProcessClusters CLUSTERS = new ProcessClusters();

    @AfterAll
    static void close() {
        CLUSTERS.close();
    }

    private record Ended(int status, String out, String err) {}

    private static Ended sosad(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SosadJar.command(arguments))
                .directory(Path.of("/").toFile());
        builder.environment().keySet().removeAll(Set.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err.join());
    }

    private static String text(java.io.InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Ended sosad(String... arguments) throws Exception {
        return sosad(Map.of(), arguments);
    }

    @Test
    void theSampleGivesTheDocuments87Cells() throws Exception {
        Ended ended = sosad("run", "sample", "--format", "json");
        List<String> cells = new ArrayList<>();
        JsonNode steps = new ObjectMapper().readTree(ended.out()).get("steps");
        steps.forEach(step -> step.get("rows")
                .forEach(row -> cells.add(String.format(
                        Locale.ROOT,
                        "%d %s %s %s",
                        step.get("time").asLong(),
                        row.get("server").asText(),
                        row.get("key").asText(),
                        row.get("value").asText()))));
        assertThat(cells).containsExactlyInAnyOrderElementsOf(DocumentTables.cells());
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    static List<String> lessons() {
        return BundledScenarios.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonMeetsItsExpectationsOnRealProcesses(String name) {
        RunReport report = HistoryReport.of(name, RunCommand.play(BundledScenarios.load(name), CLUSTERS));
        assertThat(report.steps()).hasSizeGreaterThan(1);
        assertThat(report.complaints()).isEmpty();
    }

    @Test
    void anExpectationThatIsNotMetIsNamedAndEndsWith1(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"),
                "scenario: wrong\ncluster: {nodes: [A]}\nsteps:\n  - do: [expect: {at: A, key: k, value: v}]\n");
        Ended ended = sosad("run", file.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("sosad: not met: A holds k = v (T=").contains(", line ", "; A holds ");
    }

    @Test
    void aRunEndsAtTheEventThatABreakpointNames() throws Exception {
        Ended ended = sosad("run", "lost-update", "--until", "B-now at A >= 3");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).contains("Stopped at T = 4 by “B-now at A >= 3”: B-now at A is 3, was 1.");
        assertThat(ended.out())
                .contains("## T=4")
                .doesNotContain("## T=5")
                .contains("At the end: 1 of 2 entries on every node; B lacks 1.\nSent: 2 messages, ");
    }

    @Test
    void aWrongFileIsRefusedWithItsPlaceAndTheNearestWord(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"),
                "scenario: wrong\ncluster: {nodes: [A, B]}\nsteps:\n  - do:\n      - pusj: {from: A}\n");
        Ended ended = sosad("run", file.toString());
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("sosad: " + file + ":5:9: ")
                .contains("push")
                .hasLineCount(1);
    }

    @Test
    void withoutADisplayTheSampleIsPlayedInTheTerminal() throws Exception {
        Ended ended = sosad();
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).contains("apt-get install").hasLineCount(1);
        assertThat(ended.out()).contains("| 5    | A      | B-now     | 2        |");
    }

    @Test
    void aDamagedNodeProgramIsNamedWithItsLastLineAndEndsWith3(@TempDir Path folder) throws Exception {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Path jar = Files.copy(SosadJar.PATH, folder.resolve("sosad.jar"));
        List<Path> libraries;
        try (var files = Files.list(SosadJar.PATH.resolveSibling("lib"))) {
            libraries = files.collect(Collectors.toList());
        }
        for (Path library : libraries) {
            if (library.toString().endsWith(".jar")) {
                Files.createLink(lib.resolve(library.getFileName()), library);
            }
        }
        Path another = libraries.stream()
                .filter(library -> library.getFileName().toString().startsWith("picocli"))
                .findFirst()
                .orElseThrow();
        Path node = lib.resolve("sosad-node-" + ProgramVersion.NUMBER + ".jar");
        Files.delete(node);
        Files.copy(another, node); // a jar, but not the node's
        Process process = new ProcessBuilder(SosadJar.command(jar, "run", "sample")).start();
        String err = text(process.getErrorStream());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(err)
                .startsWith("sosad: node A ended with exit code 1; its last line: ")
                .hasLineCount(1);
    }
}
