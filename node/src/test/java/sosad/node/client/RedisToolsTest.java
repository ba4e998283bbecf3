package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tools that come with Redis work against the port, where they are installed. */
@Timeout(120)
class RedisToolsTest {
    private final OpenPort port = new OpenPort(ClientSettings.DEFAULT);

    @AfterEach
    void stop() {
        port.close();
    }

    @Test
    void redisCliWorks() throws IOException, InterruptedException {
        assertThat(run("redis-cli", "SET", "waffle", "yo da")).isEqualTo("OK");
        assertThat(run("redis-cli", "GET", "waffle")).isEqualTo("yo da");
        assertThat(run("redis-cli", "KEYS", "w*")).isEqualTo("waffle");
        assertThat(run("redis-cli", "GET", "a", "b")).startsWith("ERR one key per request");
        assertThat(run("redis-cli", "-2", "DEL", "waffle")).isEqualTo("1");
    }

    @Test
    void redisCliScansAndTellsHowTheServerIs() throws IOException, InterruptedException {
        run("redis-cli", "SET", "waffle", "yoda");
        assertThat(run("redis-cli", "--scan", "--pattern", "w*")).isEqualTo("waffle");
        assertThat(run("redis-cli", "SOSAD.GET", "waffle")).isEqualTo("yoda\n1\nA\n1");
        assertThat(run("redis-cli", "INFO", "replication")).contains("peer_B:now=3,prev=2");
        assertThat(firstLines(3, "redis-cli", "--stat", "-i", "0.01")).contains("clients");
    }

    @Test
    void redisCliTakesItsHelpFromTheServer() throws IOException, InterruptedException {
        String help = type("help sosad.get\nhelp @sosad\nSET a b\n", "redis-cli");
        assertThat(help)
                .contains("Returns value, timestamp, origin and sequence of a key", "Returns a random key")
                .endsWith("OK");
    }

    @Test
    void redisBenchmarkWorks() throws IOException, InterruptedException {
        String result = run("redis-benchmark", "-c", "50", "-n", "20000", "-t", "ping,set,get", "-P", "16", "-q");
        assertThat(result)
                .contains("PING_INLINE:", "SET:", "GET:")
                .doesNotContain("ERR")
                .doesNotContain("WARNING");
    }

    private String run(String tool, String... arguments) throws IOException, InterruptedException {
        return type("", tool, arguments);
    }

    /** Returns what the tool says to {@code input}. */
    private String type(String input, String tool, String... arguments) throws IOException, InterruptedException {
        Process process = start(tool, arguments);
        try (OutputStream typing = process.getOutputStream()) {
            typing.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    /** The first lines of a tool that goes on and on. */
    private String firstLines(int lines, String tool, String... arguments) throws IOException, InterruptedException {
        Process process = start(tool, arguments);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            return output.lines().limit(lines).collect(Collectors.joining("\n"));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process start(String tool, String... arguments) throws IOException {
        assumeTrue(isInstalled(tool), "skipped, because " + tool + " is absent");
        List<String> command = new ArrayList<>(List.of(tool, "-p", Integer.toString(port.number())));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
