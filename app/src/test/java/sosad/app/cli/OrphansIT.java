package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.SosadJar;

/** The command {@code bench orphans} as a user runs it. */
@Timeout(120)
class OrphansIT {
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Where all that it leaves is to be found. */
    @TempDir
    private Path temporary;

    private Process bench(String... words) throws IOException {
        List<String> command = SosadJar.command("bench", "orphans");
        command.addAll(List.of(words));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", "/bin:/usr/sbin"); // no Xvfb, for a window takes long to open
        return builder.start();
    }

    private static String out(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void killedAppsLeaveNoProcess() throws Exception {
        Process bench = bench("--kills", "2");
        assertThat(out(bench))
                .containsPattern("run --live \\| 1 \\| [01] \\| 0 \\|")
                .containsPattern("serve \\| 1 \\| [01] \\| 0 \\|");
        assertThat(bench.waitFor()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whoInterruptsItFindsNothingLeft() throws Exception {
        Process bench = bench();
        while (!holdsAStore()) {
            assertThat(bench.isAlive()).isTrue();
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        List<ProcessHandle> below = bench.descendants().toList();
        new ProcessBuilder("kill", "-INT", Long.toString(bench.pid())).start().waitFor();
        assertThat(bench.waitFor(20, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle process : below) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(temporary).isEmptyDirectory();
        assertThat(out(bench)).doesNotContain("Exception", "sosad:");
    }

    private boolean holdsAStore() {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.anyMatch(path -> path.endsWith("store.mark"));
        } catch (IOException | UncheckedIOException e) {
            return false; // what changes meanwhile is looked at again
        }
    }
}
