package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.SosadJar;

/** Commands that keep stores on disk clean up when they are interrupted. */
@Timeout(60)
class InGoodOrderIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bench faults --seeds 1 --for 30s", "bench node --only kill"})
    void whoIsInterruptedLeavesNoStore(String arguments) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process process = new ProcessBuilder(command(temporary, arguments.split(" ")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        while (process.isAlive() && stores(temporary).isEmpty()) {
            LockSupport.parkNanos(10_000_000);
        }
        List<ProcessHandle> children = process.descendants().toList();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        String out = Files.readString(folder.resolve("out"));
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(out).isTrue();
        for (ProcessHandle child : children) {
            child.onExit().get(20, TimeUnit.SECONDS);
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .as(out)
                    .noneMatch(name -> name.startsWith("sosad-"));
        }
    }

    private static List<String> command(Path temporary, String... arguments) {
        List<String> command = new ArrayList<>(SosadJar.command(arguments));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        return command;
    }

    /** Returns what nodes have written. */
    private static List<Path> stores(Path temporary) throws IOException {
        try (Stream<Path> all = Files.find(temporary, 3, (path, facts) -> facts.isRegularFile() && facts.size() > 0)) {
            return all.filter(path -> path.getParent().getFileName().toString().length() == 1)
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            return List.of(); // something has just gone
        }
    }
}
