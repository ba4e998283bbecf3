package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.SosadJar;

/** The command {@code run --live} as a user runs it: the packaged jar in a process of its own. */
@Timeout(120)
class LiveRunIT {

    @TempDir
    private Path folder;

    private Process live(String... arguments) throws Exception {
        List<String> command = SosadJar.command("run", "--live");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String plan(String faults) throws Exception {
        return Files.writeString(folder.resolve("plan.yaml"), "plan: a test\nfaults:\n" + faults)
                .toString();
    }

    private String err() throws Exception {
        return Files.readString(folder.resolve("err"));
    }

    private static String out(Process process) throws Exception {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nodesThatWereKilledAndCutOffAgreeAfterwards() throws Exception {
        String plan = plan("""
                  - {at: 500 ms, pick: A, do: kill, heal-after: 1 s}
                  - {at: 1 s, pick: {between: [[B], [C]]}, do: cut}
                """);
        Process process = live(plan, "--for", "3s", "--gateways", "1", "--format", "json");
        JsonNode result = new ObjectMapper().readTree(out(process));
        assertThat(process.waitFor()).as(err()).isZero();
        assertThat(result.get("good").asBoolean()).isTrue();
        assertThat(result.get("faults").toString()).isEqualTo("{\"cut\":1,\"kill\":1}");
        assertThat(result.get("missingWrites").asInt()).isZero();
        assertThat(result.get("writes").get("acknowledged").asInt()).isPositive();
        assertThat(result.get("messages").get("lost").asInt()).isPositive();
        assertThat(err()).contains("A: killed", "everything is healed");
    }

    @Test
    void aWrongPlanIsOneLineAndEndsWith2() throws Exception {
        Process process = live(plan("  - {at: 1 s, pick: Z, do: kill}\n"));
        assertThat(out(process)).isEmpty();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(err()).startsWith("sosad: ").hasLineCount(1);
    }

    @Test
    void whoIsInterruptedLeavesNoProcess() throws Exception {
        Process process = live(plan("  - {at: 100 ms, pick: A, do: pause}\n"));
        awaitLine("A: paused");
        List<ProcessHandle> nodes = process.children().toList();
        assertThat(nodes).hasSizeGreaterThanOrEqualTo(3); // and whatever sends the signal
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle node : nodes) {
            node.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(err()).doesNotContain("Exception", "sosad:");
    }

    /** Follows what is told on standard error up to this. */
    private void awaitLine(String part) throws Exception {
        Process tail = new ProcessBuilder(
                        "tail", "-n", "+1", "-F", folder.resolve("err").toString())
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(tail.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !line.contains(part); line = lines.readLine()) {
                // until it comes; the class's timeout is the limit
            }
        } finally {
            tail.destroy();
        }
    }
}
