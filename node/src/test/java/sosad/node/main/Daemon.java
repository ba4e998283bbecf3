package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sosad.node.NodeJar;

/** A node of the packaged program in a process of its own, which says on standard error what it does. */
final class Daemon implements AutoCloseable {
    static final String SECRET = "sixteen letters!";

    private static final String UP = " is up: ";

    private final Process process;
    private final BufferedReader log;

    private Daemon(Process process) {
        this.process = process;
        this.log = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@code sosad-node node} with these options. */
    static Daemon start(String... options) throws IOException {
        return start(List.of(), options);
    }

    static Daemon start(List<String> javaOptions, String... options) throws IOException {
        return start(new ArrayList<>(), javaOptions, options);
    }

    /** Starts it by a shell, after this word of the shell, such as {@code ulimit -n 70}. */
    static Daemon startAfter(String shellWords, String... options) throws IOException {
        return startBy(List.of("sh", "-c", shellWords + "; exec \"$@\"", "sh"), options);
    }

    /** Starts it by another program, which is given its command after these words. */
    static Daemon startBy(List<String> words, String... options) throws IOException {
        return start(new ArrayList<>(words), List.of(), options);
    }

    private static Daemon start(List<String> command, List<String> javaOptions, String... options) throws IOException {
        String[] words = Stream.concat(Stream.of("node"), Stream.of(options)).toArray(String[]::new);
        command.addAll(NodeJar.command(javaOptions, words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOSAD_SECRET", SECRET);
        return new Daemon(builder.start());
    }

    /** The next line of the log that contains these words. */
    String awaitLog(String words) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("it ended and did not say: " + words);
    }

    /** The line of the log that contains these words, once it is up: it may say that before or after. */
    String awaitUpAnd(String words) throws IOException {
        String said = null;
        boolean isUp = false;
        while (said == null || !isUp) {
            String line = awaitLog("");
            isUp |= line.contains(UP);
            said = line.contains(words) ? line : said;
        }
        return said;
    }

    Daemon awaitUp() throws IOException {
        awaitLog(UP);
        return this;
    }

    void terminate() {
        process.toHandle().destroy(); // the process itself would close its log, too
    }

    /** Ends it by SIGTERM; gives its exit code. */
    int end() throws InterruptedException {
        terminate();
        return awaitExit();
    }

    /** Its exit code once it has ended, with nothing but events in its log. */
    int awaitExit() throws InterruptedException {
        assertThat(log.lines()).noneMatch(line -> line.startsWith("\tat "));
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        log.close();
    }
}
