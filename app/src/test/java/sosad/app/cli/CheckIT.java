package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.SosadJar;

/** The command {@code check} as a user runs it: the packaged jar in a process of its own, with a node. */
@Timeout(120)
class CheckIT {
    @TempDir
    private Path folder;

    @Test
    void whoIsInterruptedGetsAPartialReportAndLeavesNoProcess() throws Exception {
        Path report = folder.resolve("checks.md");
        List<String> command = SosadJar.command("check");
        command.addAll(List.of("--only", "4.5,6,10", "--nodes", "1", "--gateways", "0", "--store", "memory"));
        command.addAll(List.of("--for", "60min", "--report", "markdown", report.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.startsWith("4.5   held")) {
                line = out.readLine();
            }
            assertThat(line).isNotNull();
            List<ProcessHandle> nodes = process.descendants().toList();

            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines()).contains("PARTIAL: interrupted; not run: 6, 10");
            assertThat(report).content().contains("**Partial: interrupted.** Not run: 6, 10.");
            for (ProcessHandle node : nodes) {
                node.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }
}
